# Completion of plainlint for bash, from 3.2 on. In ~/.bashrc:
#     eval "$(plainlint completion bash)"
_plainlint() {
    local line kind="" current="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then
            kind="$line"
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <("$1" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [ "$kind" = folders ]; then
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -d -- "${current#=}")
    fi
}
# Without a word of ours, bash completes the names of files.
complete -o default -F _plainlint plainlint
