#compdef plainlint
# Completion of plainlint for zsh. In ~/.zshrc, below compinit:
#     eval "$(plainlint completion zsh)"
_plainlint() {
    local -a lines items
    local line
    lines=("${(@f)$("${words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    case "${lines[1]}" in
        files) _files ;;
        folders) _files -/ ;;
        *)
            for line in "${(@)lines[2,-1]}"; do
                items+=("${line/$'\t'/:}")
            done
            _describe plainlint items
            ;;
    esac
}
if [ "${funcstack[1]}" = _plainlint ]; then
    _plainlint "$@"
else
    compdef _plainlint plainlint
fi
