package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The variables that decide which programs are found, what is loaded into them, and what they start. A value under such a
 * name makes whoever may write it run what they like on the machine of whoever uses the environment, so that none is
 * handed to a program unless that is asked for.
 *
 * <p>Put together from what {@code sudo} removes, what the dynamic linkers of Linux and macOS read, and the manuals of
 * shells, interpreters and build tools.
 */
public enum LoaderVariables {
    SYSTEM(
            "finding and loading programs",
            "PATH LD_* DYLD_* _RLD* LDR_* LIBPATH SHLIB_PATH GCONV_PATH GLIBC_TUNABLES LOCPATH NLSPATH GETCONF_DIR"
                    + " MALLOC_CHECK_ HOSTALIASES LOCALDOMAIN RES_OPTIONS RESOLV_HOST_CONF HOME XDG_CONFIG_HOME"
                    + " XDG_CONFIG_DIRS XDG_DATA_DIRS TERMINFO TERMINFO_DIRS TERMCAP TERMPATH"),
    SHELLS(
            "shells",
            "SHELL ENV BASH_ENV BASH_FUNC_* BASH_XTRACEFD BASHOPTS SHELLOPTS IFS CDPATH GLOBIGNORE INPUTRC PS0 PS1 PS2"
                    + " PS3 PS4 PROMPT_COMMAND FPATH ZDOTDIR NULLCMD READNULLCMD FCEDIT"),
    STARTED(
            "what programs start",
            "EDITOR VISUAL PAGER MANPAGER BROWSER LESSOPEN LESSCLOSE LESSKEY LESSKEYIN SUDO_ASKPASS SSH_ASKPASS SUDO_EDITOR"
                    + " SYSTEMD_PAGER SYSTEMD_EDITOR TAR_OPTIONS RSYNC_RSH RSYNC_CONNECT_PROG CVS_RSH"
                    + " ORGCTL_PAGER ORGCTL_JAVA_OPTIONS"),
    GIT(
            "git",
            "GIT_SSH GIT_SSH_COMMAND GIT_EXEC_PATH GIT_PROXY_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER"
                    + " GIT_EXTERNAL_DIFF GIT_TEMPLATE_DIR GIT_CONFIG* GIT_DIR GIT_WORK_TREE"),
    JAVA(
            "Java",
            "JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JAVA_OPTS JAVA_HOME CLASSPATH MAVEN_OPTS MAVEN_ARGS GRADLE_OPTS"
                    + " SBT_OPTS CATALINA_OPTS JVM_OPTS"),
    NODE("Node.js", "NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE NPM_CONFIG_*"),
    PYTHON(
            "Python",
            "PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONINSPECT PYTHONUSERBASE PYTHONBREAKPOINT PYTHONWARNINGS"
                    + " PYTHONEXECUTABLE PYTHONPLATLIBDIR PYTHONPYCACHEPREFIX PIP_CONFIG_FILE"),
    PERL(
            "Perl",
            "PERL5LIB PERL5OPT PERL5DB PERL5SHELL PERLLIB PERLIO PERLIO_DEBUG PERL_LOCAL_LIB_ROOT PERL_MB_OPT PERL_MM_OPT"),
    RUBY("Ruby", "RUBYOPT RUBYLIB RUBYSHELL GEM_HOME GEM_PATH BUNDLE_GEMFILE BUNDLE_PATH"),
    OTHERS(
            "other languages and tools",
            "DOTNET_STARTUP_HOOKS DOTNET_ADDITIONAL_DEPS DOTNET_SHARED_STORE DOTNET_ROOT CORECLR_* COR_* PHPRC"
                    + " PHP_INI_SCAN_DIR LUA_INIT* LUA_PATH* LUA_CPATH* ERL_FLAGS ERL_AFLAGS ERL_ZFLAGS ERL_LIBS"
                    + " ELIXIR_ERL_OPTIONS R_PROFILE R_PROFILE_USER R_ENVIRON R_ENVIRON_USER R_LIBS GOFLAGS GOROOT"
                    + " GOTOOLCHAIN RUSTC RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER RUSTFLAGS CARGO_BUILD_RUSTC*"
                    + " MAKEFLAGS MAKEFILES GNUMAKEFLAGS OPENSSL_CONF OPENSSL_ENGINES OPENSSL_MODULES KRB5_CONFIG"
                    + " PGSERVICEFILE PGSYSCONFDIR AWK_LIBRARY_PATH AWKPATH GTK_MODULES GTK_PATH QT_PLUGIN_PATH");

    private static final String EVERYTHING_AFTER = "*";

    private final String subject;
    private final String names;

    /**
     * @param names with a space between them
     */
    LoaderVariables(String subject, String names) {
        this.subject = subject;
        this.names = names;
    }

    /** What they are about. */
    public String subject() {
        return subject;
    }

    /** Their names; a star at the end of one stands for whatever follows. */
    public List<String> names() {
        return List.of(names.split(" "));
    }

    /** Whether a variable of that name is one of them, however its letters are written. */
    public static boolean contains(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (LoaderVariables group : values()) {
            for (String pattern : group.names()) {
                if (matches(pattern, upper)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith(EVERYTHING_AFTER)
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    /**
     * @throws Failure REFUSED when any of the keys is the name of such a variable: the message names every one
     */
    static void refuse(Collection<Key> keys) {
        List<String> refused = new ArrayList<>();
        for (Key key : keys) {
            String name = Variable.nameOf(key);
            if (contains(name)) {
                refused.add("'" + key + "' (" + name + ")");
            }
        }
        if (!refused.isEmpty()) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "refusing to set variables that change which programs run: " + String.join(", ", refused),
                    Advice.ALLOW_LOADER_VARIABLES.of());
        }
    }
}
