package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A verb with its parameters and its work. A verb makes one service call and returns a {@link Reply}; it neither prints
 * nor catches exceptions.
 */
public abstract class Verb {
    private static final int DEFAULT_REFERENCE_SECONDS = 10;

    private final String name;
    private final String summary;
    private final Shape<?> shape;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private final List<Parameter<?>> shared = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private String details = "";
    private boolean prefersJson;
    private boolean standsAlone;
    private Failure strayWords;
    private EnvironmentChoice environment;
    private ProjectChoice project;
    private Parameter<Duration> referenceTimeout;

    /**
     * @param name the verb, or empty if the noun is a command by itself
     * @param summary one line without a full stop
     * @param shape shape of the output; null for text
     */
    protected Verb(String name, String summary, Shape<?> shape) {
        this.name = name;
        this.summary = summary;
        this.shape = shape;
    }

    /**
     * Does the work within the transaction.
     *
     * @param services null if it does not use the store
     */
    protected abstract Reply answer(CommandSession session, Services services);

    /** Purpose of its transaction; null if it never opens the store. May depend on the parsed command line. */
    public abstract Store.Purpose purpose();

    /** Whether the command line requests a file to be written. */
    protected boolean writesFile() {
        return false;
    }

    /** Location of the store to use, or null for the configured one. May depend on the parsed command line. */
    protected String storeLocation() {
        return null;
    }

    /** How long to wait for other transactions unless a setting says it. May depend on the parsed command line. */
    long defaultWaitMillis() {
        return JdbcStore.DEFAULT_WAIT_MILLIS;
    }

    /** Reads input besides the command line, before the store is opened. */
    protected void read(Input input) {}

    /**
     * Does work before the transaction that must not hold locks, such as prompts.
     *
     * @return a reply that makes the transaction unnecessary, or null
     */
    protected Reply prepare(LifeCycle run) {
        return null;
    }

    /**
     * Whether it follows changes until it is interrupted. It is then run repeatedly, each time in a separate
     * transaction, so that it blocks nobody.
     */
    protected boolean isFollowing() {
        return false;
    }

    /**
     * A line to print before the settings are read, so that no error in them is reported; null to run as usual.
     *
     * @param options the settings on the command line
     */
    public String promptLine(Host host, Map<Setting, String> options) {
        return null;
    }

    /** Whether it runs despite errors in settings files, ignoring them with a notice. */
    protected boolean toleratesFaultySettings() {
        return false;
    }

    /**
     * Answers from another source than the store.
     *
     * @param failure why the store can't be reached
     * @return null if there is no other source
     */
    Reply withoutStore(CommandSession session, Failure failure) {
        return null;
    }

    /**
     * Cleans up after success or failure.
     *
     * @param done whether the run was completed
     */
    protected void tidyUp(CommandSession session, boolean done) {}

    /** Continues after the store is closed, and returns the exit code. */
    int goOn(CommandSession session, int exitCode) {
        return exitCode;
    }

    public final String name() {
        return name;
    }

    public final String summary() {
        return summary;
    }

    /** Shape of the output, or null for text. May depend on the parsed command line. */
    public Shape<?> shape() {
        return shape;
    }

    /** Whether it may change the store, possibly with an option; it then has {@code --dry-run}. */
    public boolean changesStore() {
        return false;
    }

    /** Details beyond the summary, or empty. */
    public final String details() {
        return details;
    }

    public final List<Example> examples() {
        return examples;
    }

    /** Its own parameters, without global options; arguments in order. */
    public final List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(parameters);
        all.addAll(shared);
        return all;
    }

    /** Marks the parameters declared so far as those of the kind of verb; they are listed after the verb's own. */
    protected final void shareDeclared() {
        shared.addAll(parameters);
        parameters.clear();
    }

    protected final <T> Parameter<T> required(Type<T> type, String description) {
        return add(Parameter.Kind.REQUIRED_ARGUMENT, List.of(type.label()), type, description);
    }

    protected final <T> Parameter<T> optional(Type<T> type, String description) {
        return add(Parameter.Kind.OPTIONAL_ARGUMENT, List.of(type.label()), type, description);
    }

    /** Declares the words after {@code --} as a command of another program. */
    protected final Parameter<List<String>> command(String description) {
        Type<List<String>> type =
                Types.words("COMMAND").offering(Candidates.FILE).many();
        return add(Parameter.Kind.COMMAND, List.of(type.label()), type, description);
    }

    protected final <T> Parameter<T> option(String longName, Type<T> type, String description) {
        return add(Parameter.Kind.OPTION, List.of(longName), type, description);
    }

    protected final <T> Parameter<T> option(String shortName, String longName, Type<T> type, String description) {
        return add(Parameter.Kind.OPTION, List.of(shortName, longName), type, description);
    }

    /** Declares {@code --project}, with the same short option in all commands. */
    protected final Parameter<ProjectReference> projectOption(String description) {
        return option("-p", "--project", ResourceTypes.project(), description);
    }

    /** Declares the environment as an argument and as {@link EnvironmentChoice options}. */
    protected final EnvironmentChoice environmentArgument() {
        environment = EnvironmentChoice.asArgument(this);
        return environment;
    }

    /** Declares the environment as {@link EnvironmentChoice options}, for a verb with other arguments. */
    protected final EnvironmentChoice environmentOption() {
        environment = EnvironmentChoice.asOption(this);
        return environment;
    }

    /** Declares the live environment of a project, named by an argument or by {@link EnvironmentChoice options}. */
    protected final void projectArgument() {
        environment = EnvironmentChoice.asProject(this);
    }

    /**
     * The first argument if it is a key rather than a project, as declared by {@link #projectArgument}; otherwise null.
     */
    protected final String strayKey() {
        return environment.strayKey();
    }

    /**
     * Rejects contradictory parameters before anything is read or opened.
     *
     * @throws Failure USAGE
     */
    public final void checkCommandLine() {
        if (environment != null) {
            environment.reference();
        }
        if (project != null) {
            project.reference();
        }
    }

    /** Declares the project as an argument and as an option. */
    protected final ProjectChoice projectChoice() {
        project = new ProjectChoice(this);
        return project;
    }

    /** Declares the documents to read, the part of them to use, and the gates. */
    protected final DocumentScope documentScope() {
        return new DocumentScope(this);
    }

    /** The declared environment parameters. */
    protected final EnvironmentChoice environment() {
        return environment;
    }

    /** The only environment that the command may use, or null. */
    final Id expectedEnvironment() {
        return environment == null ? null : environment.expected();
    }

    /** Declares the time limit for external secrets. */
    protected final void referenceTimeoutOption() {
        referenceTimeout = option(
                "--reference-timeout",
                Types.duration(),
                "Time limit for each file or command that a secret refers to (default: " + DEFAULT_REFERENCE_SECONDS
                        + "s)");
    }

    /** Time limit for reading an external secret. */
    final Duration referenceTimeout() {
        boolean given = referenceTimeout != null && referenceTimeout.isGiven();
        return given ? referenceTimeout.value() : Duration.ofSeconds(DEFAULT_REFERENCE_SECONDS);
    }

    protected final Parameter<Boolean> flag(String longName, String description) {
        return add(Parameter.Kind.FLAG, List.of(longName), null, description);
    }

    protected final void details(String text) {
        details = text;
    }

    /** Makes JSON the default output format. */
    protected final void preferJson() {
        prefersJson = true;
    }

    /**
     * Excludes the verb from batches, because it takes over the terminal or the process, or changes the user's own
     * files.
     */
    protected final void standAlone() {
        standsAlone = true;
    }

    /** Whether it is excluded from batches. */
    final boolean standsAlone() {
        return standsAlone || isFollowing();
    }

    final boolean prefersJson() {
        return prefersJson;
    }

    /** Sets the failure for unexpected arguments, which may be secrets and must not be repeated. */
    protected final void refuseStrayWords(Failure failure) {
        strayWords = failure;
    }

    /** Failure for unexpected arguments, or null for the default. */
    public final Failure strayWords() {
        return strayWords;
    }

    /** Declares an example. A test runs all examples. */
    protected final void example(String caption, String commandLine) {
        examples.add(new Example(caption, commandLine));
    }

    private <T> Parameter<T> add(Parameter.Kind kind, List<String> names, Type<T> type, String description) {
        Parameter<T> parameter = new Parameter<>(kind, names, type, type == null ? null : type.label(), description);
        parameters.add(parameter);
        return parameter;
    }
}
