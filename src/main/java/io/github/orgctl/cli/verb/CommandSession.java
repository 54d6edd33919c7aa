package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.reply.Conversation;
import io.github.orgctl.cli.reply.ReplyWriter;
import io.github.orgctl.cli.settings.ColorRules;
import io.github.orgctl.cli.settings.Grant;
import io.github.orgctl.cli.settings.Settings;
import io.github.orgctl.core.configuration.SchemaMemory;
import io.github.orgctl.core.kernel.Context;
import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.transfer.RestoreService;
import io.github.orgctl.schema.JsonSchemas;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.sqlite.DamagedFile;
import io.github.orgctl.vault.TinkVault;

/** A run of a verb, with its machine, settings, store and conversation. */
public final class CommandSession {
    private final Host host;
    private final Verb verb;
    private final GlobalOptions options;
    private final Settings settings;
    private final Messages messages;
    private final Conversation conversation;
    private final ReplyWriter replies;
    private final SecretReferences references;
    private final Batch batch;
    private SchemaMemory schemas;
    private TinkVault vault;

    /**
     * @param batch the batch that it belongs to, or null
     * @throws Failure USAGE if the output options are invalid, before anything is done
     */
    public CommandSession(Host host, Invocation invocation, Messages messages, Batch batch) {
        this.verb = invocation.verb();
        this.batch = batch;
        this.host = host;
        this.options = invocation.options();
        this.settings = verb.toleratesFaultySettings()
                ? Settings.tolerant(host, options.settings())
                : new Settings(host, options.settings());
        this.messages = messages;
        if (batch == null) {
            messages.color(ColorRules.apply(settings, host, host.io().errIsTerminal()));
        }
        for (String notice : settings.notices()) {
            messages.notice(notice);
        }
        for (Failure fault : settings.faults()) {
            messages.notice("ignored: " + fault.getMessage());
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
        boolean startsOver = batch != null && batch.isAtomic();
        this.references =
                startsOver ? new SecretReferences(this, verb, batch.references()) : new SecretReferences(this, verb);
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

    public Conversation conversation() {
        return conversation;
    }

    ReplyWriter replies() {
        return replies;
    }

    /** The grant that trusts a reference in the current store. */
    public Grant grant(SecretReference reference) {
        return ReferenceTrust.grant(this, reference);
    }

    Store openStore() {
        return batch != null ? batch : openStore(settings.store());
    }

    /** Opens the store at a location. */
    Store openStore(String location) {
        Store store = storeAt(location);
        Credential token = settings.credentials().token();
        return token == null ? store : new TokenUse(store, token, host.now());
    }

    /** Moves the file of a damaged store aside. */
    public DamagedFile setStoreAside() {
        return DamagedFile.setAside(settings.store(), RestoreService.suffix(host.now()));
    }

    /** Opens a store without recording the use of a token. */
    Store storeAt(String location) {
        return JdbcStore.open(
                settings.located(location),
                host.environment(),
                messages,
                settings.waitMillis(verb.defaultWaitMillis()),
                verb.purpose() == Store.Purpose.READ);
    }

    /** External secrets, cached across transactions. */
    SecretReferences references() {
        return references;
    }

    /** The keyset, cached across transactions. */
    TinkVault vault() {
        if (batch != null) {
            return batch.vault();
        }
        if (vault == null) {
            vault = new TinkVault(host.keyset().toPath(), true);
        }
        return vault;
    }

    /** Compiled schemas, cached across transactions. */
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
        return servicesIn(settings.context(expectedEnvironment), tx, purpose);
    }

    Services servicesIn(Context context, Tx tx, Store.Purpose purpose) {
        return new Services(tx, context, options.sort.value(), settings.credentials(), this, purpose);
    }
}
