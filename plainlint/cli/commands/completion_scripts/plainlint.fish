# Completion of plainlint for fish. In ~/.config/fish/config.fish:
#     plainlint completion fish | source
function __plainlint_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] complete -- $words[2..] "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current"
        case '*'
            set -e lines[1]
            printf '%s\n' $lines
    end
end
complete -c plainlint -f -a '(__plainlint_complete)'
