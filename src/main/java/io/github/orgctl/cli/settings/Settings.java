package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.EnvironmentVariable;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.TimeStyle;
import io.github.orgctl.cli.parameter.ColorChoice;
import io.github.orgctl.cli.parameter.EnvironmentTypes;
import io.github.orgctl.cli.parameter.MemberTypes;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.kernel.Credentials;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.store.JdbcStore;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Context of a command. Each value comes from the first of these that has it: option, environment variable, the nearest
 * {@code .orgctl.json} at or above the working directory, the user's file, the default. A value of the directory's file
 * that takes trust and does not have it is shown, and never used.
 */
public final class Settings {
    /** Not a setting, because it has no place in a file. */
    private static final String TOKEN = EnvironmentVariable.TOKEN.variable();

    private static final String DEFAULT_WAIT = JdbcStore.DEFAULT_WAIT_MILLIS / 1000 + "s";

    /** Prefix of the keys of default columns, followed by the noun. */
    public static final String COLUMNS = "columns.";

    private static final int OPTION = 0;
    private static final int VARIABLE = 1;
    private static final int DIRECTORY = 2;
    static final int USER = 3;
    private static final int DEFAULT = 4;

    private final Host host;
    private final Map<Setting, String> options;
    private final DirectorySettings directory;
    private final SettingsFile user;

    /**
     * @param options what the command line itself says: texts rather than parsed options, so that completion, which
     *     parses nothing, stands in the same context as the command that is being typed
     * @throws io.github.orgctl.core.model.value.Failure USAGE when a settings file is malformed
     */
    public Settings(Host host, Map<Setting, String> options) {
        this(host, options, false);
    }

    private Settings(Host host, Map<Setting, String> options, boolean tolerant) {
        this.host = host;
        this.options = options;
        this.directory = new DirectorySettings(host, tolerant);
        File file = SettingsFile.ofUser(host);
        this.user = tolerant ? SettingsFile.readable(file) : SettingsFile.read(file);
    }

    /** Settings for commands that have to run despite errors in settings files, such as those that repair them. */
    public static Settings tolerant(Host host, Map<Setting, String> options) {
        return new Settings(host, options, true);
    }

    /** The tolerated errors in settings files; the values concerned are ignored. */
    public List<Failure> faults() {
        List<Failure> faults = new ArrayList<>(directory.faults());
        faults.addAll(user.faults());
        return faults;
    }

    /** Every setting with its value as it may be shown, and where that came from. */
    public List<SettingValue> all() {
        List<SettingValue> all = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            all.add(shown(setting));
        }
        Set<String> columns = new TreeSet<>(user.values().keySet());
        columns.addAll(directory.keys());
        for (String key : columns) {
            if (key.startsWith(COLUMNS)
                    && columns(key.substring(COLUMNS.length())).value() != null) {
                all.add(columns(key.substring(COLUMNS.length())));
            }
        }
        return all;
    }

    /** Default columns of the tables that {@code NOUN list} shows, with commas between them; null for the usual ones. */
    public SettingValue columns(String noun) {
        String key = COLUMNS + noun.replace(' ', '.');
        if (directory.get(key) != null) {
            return new SettingValue(key, directory.get(key), "file " + directory.file(), DIRECTORY);
        }
        String value = user.get(key);
        return value == null
                ? new SettingValue(key, null, "default", DEFAULT)
                : new SettingValue(key, value, "file " + user.file(), USER);
    }

    public SettingValue get(Setting setting) {
        String option = options.get(setting);
        if (option != null) {
            return new SettingValue(setting.key(), option, "option " + setting.option(), OPTION);
        }
        String variable = host.variable(setting.variable());
        if (variable != null) {
            return new SettingValue(setting.key(), variable, "environment variable " + setting.variable(), VARIABLE);
        }
        String ofDirectory = directory.get(setting.key());
        // What could start a program is passed over; a store or an actor that does not count is refused where it is
        // used.
        if (ofDirectory != null && (setting != Setting.PAGER || directory.isTrusted())) {
            return fromFile(setting, ofDirectory, directory.file(), DIRECTORY);
        }
        String ofUser = user.get(setting.key());
        if (ofUser != null) {
            return fromFile(setting, ofUser, user.file(), USER);
        }
        return new SettingValue(setting.key(), defaultOf(setting), "default", DEFAULT);
    }

    /**
     * A setting for display: without a project that has no effect, with a token rather than a person, and without a
     * store's password.
     */
    public SettingValue shown(Setting setting) {
        SettingValue value = get(setting);
        return switch (setting) {
            case STORE ->
                new SettingValue(
                        value.key(), JdbcStore.shown(value.value(), host.environment()), value.source(), value.rank());
            case ACTOR ->
                value.rank() != OPTION && host.variable(TOKEN) != null
                        ? new SettingValue(value.key(), "API token", "environment variable " + TOKEN, VARIABLE)
                        : value;
            case PROJECT -> effectiveProject(value);
            default -> value;
        };
    }

    private SettingValue effectiveProject(SettingValue project) {
        SettingValue org = get(Setting.ORG);
        if (project.value() == null || projectBelongsTo(org, project)) {
            return project;
        }
        String source = project.source() + " says " + project.value() + ", in another organization than " + org.source()
                + " does";
        return new SettingValue(project.key(), null, source, project.rank());
    }

    private SettingValue fromFile(Setting setting, String value, File file, int rank) {
        // A relative store in a file is meant from where the file is, not from where the command happens to run.
        boolean relative = setting == Setting.STORE && value.indexOf("://") < 0 && !new File(value).isAbsolute();
        String resolved = relative ? new File(file.getAbsoluteFile().getParentFile(), value).getPath() : value;
        String trusted = rank != DIRECTORY || !DirectorySettings.needsTrust(setting)
                ? ""
                : directory.isTrusted() ? " (trusted)" : " (not trusted)";
        return new SettingValue(setting.key(), resolved, "file " + file + trusted, rank);
    }

    /**
     * The user's selection before the current one.
     *
     * @throws Failure NOT_FOUND if there is none
     */
    public PreviousSelection previousSelection() {
        return PreviousSelection.of(user);
    }

    /** Notices about ignored settings. */
    public List<String> notices() {
        return directory.notices();
    }

    /** The directory's file that chooses the store or who acts, where that counts only once it is trusted; else null. */
    public Grant wanting() {
        boolean asks =
                get(Setting.STORE).rank() == DIRECTORY || get(Setting.ACTOR).rank() == DIRECTORY;
        return asks && !directory.isTrusted() ? directory.grant() : null;
    }

    private SettingValue trusted(Setting setting) {
        SettingValue value = get(setting);
        if (value.rank() == DIRECTORY && !directory.isTrusted()) {
            throw directory.untrusted(setting);
        }
        return value;
    }

    private String defaultOf(Setting setting) {
        return switch (setting) {
            case STORE -> new File(host.folder("XDG_DATA_HOME", ".local/share"), "orgctl.db").getPath();
            case OUTPUT -> OutputFormat.TABLE.toString();
            case WAIT -> DEFAULT_WAIT;
            case TIME -> TimeStyle.LOCAL.toString();
            case COLOR -> ColorChoice.AUTO.toString();
            case ORG, PROJECT, MODE, ACTOR, PAGER -> null;
        };
    }

    /**
     * Location of the store: an absolute path or a server's URL.
     *
     * @throws Failure REFUSED if the directory's file sets it and is not trusted
     */
    public String store() {
        trusted(Setting.STORE);
        return namedStore();
    }

    /** Location of the store without a check of trust, for display. */
    public String namedStore() {
        return located(get(Setting.STORE).value());
    }

    /** The location of a store as {@link #store} has it. */
    public String located(String store) {
        boolean relative = store.indexOf("://") < 0 && !store.isBlank() && !new File(store).isAbsolute();
        return relative ? new File(host.workingDirectory(), store).getPath() : store;
    }

    /** The store's file if it is set explicitly and does not exist; otherwise null. */
    public File missingStore() {
        return get(Setting.STORE).rank() == DEFAULT ? null : absentStore();
    }

    /** The store's file where it does not exist, or null. */
    public File absentStore() {
        String store = namedStore();
        File file = new File(store);
        return store.indexOf("://") < 0 && !file.exists() ? file : null;
    }

    /**
     * Credentials of the acting identity. A token comes only from the environment, and takes precedence over a person
     * that is not named by an option.
     *
     * @throws Failure USAGE when a variable that is to say who acts is empty; REFUSED when the directory's file says it
     *     and is not trusted
     */
    public Credentials credentials() {
        refuseEmpty(TOKEN);
        SettingValue actor = get(Setting.ACTOR);
        String token = host.variable(TOKEN);
        if (token != null && actor.rank() == OPTION) {
            throw Failure.usage("--as can't be combined with " + TOKEN, "leave out --as, or unset " + TOKEN);
        }
        String required = host.variable(EnvironmentVariable.REQUIRE_ACTOR.variable());
        boolean namesRequired = required != null && !required.equals("0");
        if (token != null) {
            return new Credentials(null, token(token), host.operator(), namesRequired);
        }
        if (actor.rank() != OPTION) {
            refuseEmpty(Setting.ACTOR.variable());
        }
        return new Credentials(
                parsed(trusted(Setting.ACTOR), MemberTypes.email()), null, host.operator(), namesRequired);
    }

    /**
     * A pipeline passes a missing secret as an empty variable, which must not act as the local operator, who has all
     * permissions.
     */
    private void refuseEmpty(String variable) {
        String value = host.environment().get(variable);
        if (value != null && value.isBlank()) {
            throw Failure.usage(
                    variable + " is set but empty", "unset " + variable + " to act without it, or set it to a value");
        }
    }

    /** A failure names the source of the token, never its value. */
    private static Credential token(String text) {
        try {
            return Credential.parse(Credential.Kind.TOKEN, text);
        } catch (Failure failure) {
            throw new Failure(failure.kind(), TOKEN + ": " + failure.getMessage(), failure.hint(), failure);
        }
    }

    /** Whether the store is one that a directory's file chooses. */
    public boolean storeIsOfDirectory() {
        return get(Setting.STORE).rank() == DIRECTORY;
    }

    /**
     * Maximum time to wait for other transactions, in milliseconds.
     *
     * @param otherwise where nothing sets it
     */
    public long waitMillis(long otherwise) {
        SettingValue wait = get(Setting.WAIT);
        return wait.rank() == DEFAULT
                ? otherwise
                : parsed(wait, Types.waitTime()).millis();
    }

    /** How tables on a terminal show times. */
    public TimeStyle time() {
        return parsed(get(Setting.TIME), Types.timeStyle());
    }

    /** When to use colours. */
    public ColorChoice color() {
        return parsed(get(Setting.COLOR), Types.color());
    }

    /** Whether an option or a variable of this program says when to use colours, which beats variables of all programs. */
    public boolean isColorDemanded() {
        return get(Setting.COLOR).rank() <= VARIABLE;
    }

    /** The command that pages long output, or null where nothing of this program's own says it. */
    public String pager() {
        return get(Setting.PAGER).value();
    }

    public OutputFormat output() {
        return parsed(get(Setting.OUTPUT), Types.outputFormat());
    }

    /**
     * Defaults for the resolver.
     *
     * @param expectedEnvironment the only environment the command may work on, or null
     */
    public Context context(Id expectedEnvironment) {
        SettingValue org = get(Setting.ORG);
        SettingValue project = get(Setting.PROJECT);
        SettingValue mode = get(Setting.MODE);
        return new Context(
                parsed(org, ResourceTypes.organization()),
                org.rank() == OPTION ? null : org.source(),
                projectBelongsTo(org, project) ? parsed(project, ResourceTypes.project()) : null,
                parsed(mode, EnvironmentTypes.mode()),
                expectedEnvironment);
    }

    /**
     * Validates the value of a setting.
     *
     * @throws Failure USAGE if it is invalid
     */
    public static void check(Setting setting, String value) {
        Type<?> type =
                switch (setting) {
                    case STORE, PAGER -> Types.words("VALUE");
                    case ORG -> ResourceTypes.organization();
                    case PROJECT -> ResourceTypes.project();
                    case MODE -> EnvironmentTypes.mode();
                    case ACTOR -> MemberTypes.email();
                    case OUTPUT -> Types.outputFormat();
                    case WAIT -> Types.waitTime();
                    case TIME -> Types.timeStyle();
                    case COLOR -> Types.color();
                };
        type.parse(value);
    }

    /** The value, or null where nothing sets it; a failure names the place that has to be mended. */
    private static <T> T parsed(SettingValue setting, Type<T> type) {
        if (setting.value() == null) {
            return null;
        }
        try {
            return type.parse(setting.value());
        } catch (Failure failure) {
            throw new Failure(failure.kind(), setting.source() + ": " + failure.getMessage(), failure.hint(), failure);
        }
    }

    /**
     * A project that was chosen further away than the organization was chosen within another one, most likely: it does
     * not count then, unless it names its organization itself.
     */
    private static boolean projectBelongsTo(SettingValue org, SettingValue project) {
        if (project.value() == null) {
            return false;
        }
        return project.rank() <= org.rank() || project.value().indexOf('/') >= 0;
    }
}
