package io.github.orgctl.cli.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Locations in which a shell looks for a completion script, or is told to load one. */
public final class CompletionFiles {
    private final List<File> scripts = new ArrayList<>();
    private final List<File> startFiles = new ArrayList<>();
    private final String advice;

    private CompletionFiles(String advice) {
        this.advice = advice;
    }

    /** Those of a shell, or null for a shell without a script. */
    public static CompletionFiles of(String shell, Host host) {
        String home = host.variable("HOME");
        String data = parent(host.folder("XDG_DATA_HOME", ".local/share"));
        String config = parent(host.folder("XDG_CONFIG_HOME", ".config"));
        return switch (shell) {
            case "bash" ->
                new CompletionFiles("add to ~/.bashrc: source <(orgctl completion bash)")
                        .scripts("/bash-completion/completions/orgctl", data, "/usr/local/share", "/usr/share")
                        .scripts("/bash_completion.d/orgctl", "/etc", "/usr/local/etc")
                        .startFiles(home, ".bashrc", ".bash_profile", ".profile");
            case "zsh" ->
                new CompletionFiles("add to ~/.zshrc, after compinit: source <(orgctl completion zsh)")
                        .scripts("/zsh/site-functions/_orgctl", data, "/usr/local/share", "/usr/share")
                        .startFiles(home, ".zshrc", ".zprofile");
            case "fish" ->
                new CompletionFiles("orgctl completion fish > " + config + "/fish/completions/orgctl.fish")
                        .scripts("/fish/completions/orgctl.fish", config)
                        .scripts("/fish/vendor_completions.d/orgctl.fish", data, "/usr/local/share", "/usr/share")
                        .startFiles(config + "/fish", "config.fish");
            default -> null;
        };
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

    /** The script that is in place, or the start file that loads one; null where there is neither. */
    public String found() {
        for (File script : scripts) {
            if (script.isFile()) {
                return script.getPath();
            }
        }
        for (File startFile : startFiles) {
            if (mentions(startFile.toPath())) {
                return "loaded by " + startFile;
            }
        }
        return null;
    }

    /** Instructions for setting it up. */
    public String advice() {
        return advice;
    }

    private static boolean mentions(Path startFile) {
        try {
            return Files.readString(startFile).contains("orgctl completion");
        } catch (IOException notThere) {
            return false;
        }
    }
}
