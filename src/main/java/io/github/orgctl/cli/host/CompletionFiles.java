package io.github.orgctl.cli.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Locations of a shell's completion script and of start-up files that load it. */
public final class CompletionFiles {
    private static final String BASH_SCRIPT = "/bash-completion/completions/orgctl";
    private static final String FISH_SCRIPT = "/fish/completions/orgctl.fish";
    private static final File BASH_PACKAGE = new File("/usr/share/bash-completion/bash_completion");

    /**
     * Always loads the script of the installed version. Bash 3.2, which macOS ships, can't source a process substitution.
     */
    private static final String LOADER = "command -v orgctl >/dev/null && eval \"$(orgctl completion SHELL)\"\n";

    private static final String PROFILE = ".profile";

    /** Other shells read the file as well, and would not understand the script. */
    private static final String IN_BASH = "[ -n \"$BASH_VERSION\" ] && ";

    private static final String ZSH_LOADER = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n";
    private static final String FISH_LOADER = "orgctl completion fish | source\n";

    private final List<File> scripts = new ArrayList<>();
    private final List<File> startFiles = new ArrayList<>();
    private final List<CompletionFile> installation = new ArrayList<>();
    private final String shell;
    private File dump;

    private CompletionFiles(String shell) {
        this.shell = shell;
    }

    /** Locations for a shell, or null if there is no script for it. */
    public static CompletionFiles of(String shell, Host host) {
        String home = host.variable("HOME") == null ? System.getProperty("user.home") : host.variable("HOME");
        String data = parent(host.folder("XDG_DATA_HOME", ".local/share"));
        String config = parent(host.folder("XDG_CONFIG_HOME", ".config"));
        CompletionFiles files = new CompletionFiles(shell);
        return switch (shell) {
            case "bash" ->
                files.scripts(BASH_SCRIPT, data, "/usr/local/share", "/usr/share")
                        .scripts("/bash_completion.d/orgctl", "/etc", "/usr/local/etc")
                        .startFiles(home, ".bashrc", ".bash_profile", ".bash_login", PROFILE)
                        .installedInBash(home, data);
            case "zsh" -> {
                String folder = host.variable("ZDOTDIR") == null ? home : host.variable("ZDOTDIR");
                files.dump = new File(folder, ".zcompdump");
                yield files.scripts("/zsh/site-functions/_orgctl", data, "/usr/local/share", "/usr/share")
                        .scripts("/zsh/vendor-completions/_orgctl", "/usr/share")
                        .startFiles(folder, ".zshrc", ".zprofile")
                        .installed(new File(folder, ".zshrc"), ZSH_LOADER + LOADER.replace("SHELL", shell), true);
            }
            case "fish" ->
                files.scripts(FISH_SCRIPT, config)
                        .scripts("/fish/vendor_completions.d/orgctl.fish", data, "/usr/local/share", "/usr/share")
                        .startFiles(config + "/fish", "config.fish")
                        .installed(new File(config + FISH_SCRIPT), FISH_LOADER, false);
            default -> null;
        };
    }

    /** The parent process if it is a shell with completion, otherwise the login shell; empty if neither is known. */
    public static String runningShell(Host host) {
        String parent = ProcessHandle.current()
                .parent()
                .flatMap(process -> process.info().command())
                .map(command -> new File(command).getName())
                .orElse("");
        if (of(parent, host) != null) {
            return parent;
        }
        String login = host.variable("SHELL");
        return login == null ? "" : new File(login).getName();
    }

    /** Uses the folder of the bash-completion package if a start-up file loads it, otherwise the start-up files. */
    private CompletionFiles installedInBash(String home, String data) {
        String loader = LOADER.replace("SHELL", shell);
        for (File startFile : startFiles) {
            if (BASH_PACKAGE.isFile() && mentions(startFile.toPath(), "bash_completion")) {
                return installed(new File(data + BASH_SCRIPT), loader, false);
            }
        }
        installed(new File(home, ".bashrc"), loader, true);
        File login = loginFile(home);
        if (mentions(login.toPath(), ".bashrc")) {
            return this;
        }
        return installed(login, login.getName().equals(PROFILE) ? IN_BASH + loader : loader, true);
    }

    /** The file that bash reads as a login shell: the first of these. */
    private static File loginFile(String home) {
        for (String name : new String[] {".bash_profile", ".bash_login"}) {
            File file = new File(home, name);
            if (file.isFile()) {
                return file;
            }
        }
        return new File(home, PROFILE);
    }

    private CompletionFiles installed(File file, String text, boolean isStartFile) {
        installation.add(new CompletionFile(shell, file.toPath(), text, isStartFile));
        return this;
    }

    private static String parent(File folder) {
        return folder.getParentFile().getPath();
    }

    private CompletionFiles scripts(String below, String... folders) {
        for (String folder : folders) {
            scripts.add(new File(folder + below));
        }
        return this;
    }

    private CompletionFiles startFiles(String folder, String... names) {
        for (String name : names) {
            startFiles.add(new File(folder, name));
        }
        return this;
    }

    /** The installed script, or the start-up file that loads one; null if there is neither. */
    public String found() {
        for (File script : scripts) {
            if (script.isFile()) {
                return script.getPath();
            }
        }
        for (File startFile : startFiles) {
            if (mentions(startFile.toPath(), "orgctl completion")) {
                return "loaded by " + startFile;
            }
        }
        return null;
    }

    /** Files to write on installation. */
    public List<CompletionFile> installation() {
        return installation;
    }

    /** The cached list of scripts that makes zsh overlook an installed one; null if none does. */
    public File hiding() {
        boolean isLoadedByList = dump != null && dump.isFile() && !mentions(dump.toPath(), "_orgctl");
        for (File script : scripts) {
            if (isLoadedByList && script.isFile()) {
                return dump;
            }
        }
        return null;
    }

    private static boolean mentions(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException notThere) {
            return false;
        }
    }
}
