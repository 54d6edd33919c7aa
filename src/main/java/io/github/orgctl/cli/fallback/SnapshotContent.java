package io.github.orgctl.cli.fallback;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Variables as bytes, before they are encrypted. */
final class SnapshotContent {
    private SnapshotContent() {}

    static byte[] write(Variables variables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, variables.environment());
            out.writeInt(variables.secretsLeftOut());
            out.writeInt(variables.sources().size());
            for (Id source : variables.sources()) {
                write(out, source.value());
            }
            out.writeInt(variables.all().size());
            for (Variable variable : variables.all()) {
                write(out, variable.key().path());
                write(out, variable.text());
                out.writeBoolean(variable.secret());
                Instant expiry = variables.expiries().get(variable.key());
                out.writeBoolean(expiry != null);
                out.writeLong(expiry == null ? 0 : expiry.toEpochMilli());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Environment environment) throws IOException {
        write(out, environment.id().value());
        write(out, environment.mode().toString());
        out.writeLong(environment.revision());
        write(out, environment.projectId().value());
        write(out, environment.project().value());
        write(out, environment.organizationId().value());
        write(out, environment.organization().value());
        out.writeLong(environment.createdAt().toEpochMilli());
        out.writeLong(environment.updatedAt().toEpochMilli());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The environment has no lock, which is of no use without the store. */
    static Variables read(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            Environment environment = environment(in);
            int left = in.readInt();
            Set<Id> sources = new HashSet<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                sources.add(new Id(text(in)));
            }
            List<Variable> all = new ArrayList<>();
            Map<Key, Instant> expiries = new TreeMap<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                Variable variable = new Variable(new Key(text(in)), text(in), in.readBoolean());
                all.add(variable);
                boolean expires = in.readBoolean();
                Instant expiry = time(in);
                if (expires) {
                    expiries.put(variable.key(), expiry);
                }
            }
            return new Variables(environment, all, left, List.of(), expiries, sources);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Environment environment(DataInputStream in) throws IOException {
        return new Environment(
                new Id(text(in)),
                Mode.parse(text(in)),
                in.readLong(),
                null,
                new Id(text(in)),
                new Slug(text(in)),
                new Id(text(in)),
                new Slug(text(in)),
                time(in),
                time(in));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Instant time(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
