package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.parameter.Candidates;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.parameter.ResourceTypes;
import io.github.orgctl.cli.parameter.Type;
import io.github.orgctl.cli.parameter.Types;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One verb: its parameters, and what it does with them. A verb makes one service call and returns a {@link Reply}; it
 * neither prints nor catches.
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
     * @param name the verb, or empty where the noun is a command by itself
     * @param summary what it does, one line without a full stop
     * @param shape of what it shows; null where it shows a text
     */
    protected Verb(String name, String summary, Shape<?> shape) {
        this.name = name;
        this.summary = summary;
        this.shape = shape;
    }

    /**
     * Does the work, in its transaction.
     *
     * @param services null where it has no purpose in the store
     */
    abstract Reply answer(CommandSession session, Services services);

    /** Purpose of its transaction; null if it never opens the store. Once parsed, it depends on the command line. */
    public abstract Store.Purpose purpose();

    /** Reads what it needs besides the command line, before the store is opened. */
    protected void read(Input input) {}

    /**
     * Does what must not be done in the transaction, before it begins: nobody holds a lock while thinking.
     *
     * @return what to answer without a transaction, or null
     */
    Reply prepare(LifeCycle run) {
        return null;
    }

    /**
     * Whether it goes on with what comes, until it is interrupted: executed again and again, each time in a transaction of
     * its own, so that nobody has to wait for it.
     */
    protected boolean isFollowing() {
        return false;
    }

    /**
     * Tidies up, however the run went.
     *
     * @param done whether it came to its end
     */
    void tidyUp(CommandSession session, boolean done) {}

    /** Goes on once the store is closed, and returns the exit code. */
    int goOn(CommandSession session, int exitCode) {
        return exitCode;
    }

    public final String name() {
        return name;
    }

    public final String summary() {
        return summary;
    }

    /** The shape of what it shows, or null where it shows a text. Once parsed, it may depend on the command line. */
    public Shape<?> shape() {
        return shape;
    }

    /** Whether it changes the store, or does with an option: then it has {@code --dry-run}. */
    public boolean changesStore() {
        return false;
    }

    /** More than the summary says, or empty. */
    public final String details() {
        return details;
    }

    public final List<Example> examples() {
        return examples;
    }

    /** Its own parameters, without the global options; arguments in their order. */
    public final List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(parameters);
        all.addAll(shared);
        return all;
    }

    /** Says that the parameters declared so far are those of a kind of verbs: they come after a verb's own. */
    final void shareDeclared() {
        shared.addAll(parameters);
        parameters.clear();
    }

    protected final <T> Parameter<T> required(Type<T> type, String description) {
        return add(Parameter.Kind.REQUIRED_ARGUMENT, List.of(type.label()), type, description);
    }

    protected final <T> Parameter<T> optional(Type<T> type, String description) {
        return add(Parameter.Kind.OPTIONAL_ARGUMENT, List.of(type.label()), type, description);
    }

    /** Declares that the words behind {@code --} are a command of another program. */
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

    /** Declares the project as {@code --project}, which has the same short form in every command. */
    protected final Parameter<ProjectReference> projectOption(String description) {
        return option("-p", "--project", ResourceTypes.project(), description);
    }

    /** Declares the environment to work on as an argument or {@link EnvironmentChoice as options}. */
    protected final EnvironmentChoice environmentArgument() {
        environment = EnvironmentChoice.asArgument(this);
        return environment;
    }

    /** Declares the environment to work on {@link EnvironmentChoice as options}, for a verb with other arguments. */
    protected final EnvironmentChoice environmentOption() {
        environment = EnvironmentChoice.asOption(this);
        return environment;
    }

    /** Declares the live environment of a project to work on, named by the project or {@link EnvironmentChoice as options}. */
    protected final void projectArgument() {
        environment = EnvironmentChoice.asProject(this);
    }

    /** The first argument where it is a key and no project, as declared by {@link #projectArgument}; else null. */
    protected final String strayKey() {
        return environment.strayKey();
    }

    /**
     * Refuses a command line whose parts contradict each other, before anything is read or opened.
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

    /** Declares the project to work on as an argument or an option. */
    protected final ProjectChoice projectChoice() {
        project = new ProjectChoice(this);
        return project;
    }

    /** Declares the documents to read, the part of them to look at, and the gates. */
    protected final DocumentScope documentScope() {
        return new DocumentScope(this);
    }

    /** The environment to work on, as declared. */
    protected final EnvironmentChoice environment() {
        return environment;
    }

    /** The only environment the command may work on, or null. */
    final Id expectedEnvironment() {
        return environment == null ? null : environment.expected();
    }

    /** Declares how long files and commands may take that secrets refer to. */
    protected final void referenceTimeoutOption() {
        referenceTimeout = option(
                "--reference-timeout",
                Types.duration(),
                "Time limit for each file or command that a secret refers to (default: " + DEFAULT_REFERENCE_SECONDS
                        + "s)");
    }

    /** Time limit for files and commands that secrets refer to. */
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

    /** Says that the result is JSON unless the command line names a format. */
    protected final void preferJson() {
        prefersJson = true;
    }

    /** Says that it takes over the terminal or the process, or changes the user's own files, and so can't run in a batch. */
    protected final void standAlone() {
        standsAlone = true;
    }

    /** Whether it can't run in a batch. */
    final boolean standsAlone() {
        return standsAlone || isFollowing();
    }

    final boolean prefersJson() {
        return prefersJson;
    }

    /** Says what to answer to words that fit no parameter, without repeating them: they may be secret. */
    protected final void refuseStrayWords(Failure failure) {
        strayWords = failure;
    }

    /** Failure for unexpected words, or null for the usual one. */
    public final Failure strayWords() {
        return strayWords;
    }

    /** Declares an example, which a test runs. */
    protected final void example(String caption, String commandLine) {
        examples.add(new Example(caption, commandLine));
    }

    private <T> Parameter<T> add(Parameter.Kind kind, List<String> names, Type<T> type, String description) {
        Parameter<T> parameter = new Parameter<>(kind, names, type, type == null ? null : type.label(), description);
        parameters.add(parameter);
        return parameter;
    }
}
