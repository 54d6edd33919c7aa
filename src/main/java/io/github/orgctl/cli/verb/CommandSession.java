package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.settings.Grant;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;

/** One run of one verb: the machine it runs on, its settings and its store, and whom it talks to. */
public final class CommandSession {
    private final Host host;
    private final GlobalOptions options;
    private final Settings settings;
    private final Messages messages;
    private final Conversation conversation;
    private final ReplyWriter replies;
    private final SecretReferences references;
    private final Batch batch;
    private SchemaMemory schemas;

    /**
     * @param batch that it is a line of, or null
     * @throws Failure USAGE when the output can't be as asked, which is told before anything is done
     */
    public CommandSession(Host host, Invocation invocation, Messages messages, Batch batch) {
        Verb verb = invocation.verb();
        this.batch = batch;
        this.host = host;
        this.options = invocation.options();
        this.settings = new Settings(host, options.settings());
        this.messages = messages;
        if (batch == null) {
            messages.color(ColorRules.apply(settings, host, host.io().errIsTerminal()));
        }
        for (String notice : settings.notices()) {
            messages.notice(notice);
        }
        PresentationRules rules = new PresentationRules(host, options, settings);
        Presentation presentation = rules.of(invocation.noun(), verb);
        Output output = new Output(host.io().out(), presentation, host.terminalSize(), Interrupts.PROCESS);
        output.check(verb.shape());
        if (verb.shape() == null && options.sort.isGiven()) {
            throw Failure.usage("--sort applies only to lists", "leave out --sort");
        }
        this.conversation =
                new Conversation(host, messages, presentation.color(), rules.times(true), !options.noInput.isGiven());
        this.replies = new ReplyWriter(host, messages, presentation, output, batch != null && batch.isAtomic());
        if (batch != null) {
            batch.begin(this, verb);
        }
        this.references = new SecretReferences(this, verb);
    }

    /** The global options of its command line. */
    GlobalOptions options() {
        return options;
    }

    public Host host() {
        return host;
    }

    public Settings settings() {
        return settings;
    }

    /** Input besides the command line. */
    Input input() {
        return new Input(host, messages, conversation.isInteractive());
    }

    Conversation conversation() {
        return conversation;
    }

    ReplyWriter replies() {
        return replies;
    }

    /** The grant for trusting a reference in the current store. */
    public Grant grant(SecretReference reference) {
        return ReferenceTrust.grant(this, reference);
    }

    Store openStore() {
        if (batch != null) {
            return batch;
        }
        Store store = JdbcStore.open(settings.store(), host.environment(), messages, settings.waitMillis());
        Credential token = settings.credentials().token();
        return token == null ? store : new TokenUse(store, token, host.now());
    }

    /** Resolved secret references, kept across transactions. */
    SecretReferences references() {
        return references;
    }

    /** Compiled schemas, kept across transactions. */
    SchemaMemory schemas() {
        if (batch != null) {
            return batch.schemas();
        }
        if (schemas == null) {
            schemas = new SchemaMemory(new JsonSchemas());
        }
        return schemas;
    }

    Services services(Tx tx, Id expectedEnvironment, Store.Purpose purpose) {
        return new Services(
                tx, settings.context(expectedEnvironment), options.sort.value(), settings.credentials(), this, purpose);
    }
}
