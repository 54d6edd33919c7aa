package io.github.orgctl.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearest to the command line wins, for each setting by itself. */
class SettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ORG,     option,   variable, directory, user, option",
                "ORG,     -,        variable, directory, user, variable",
                "ORG,     -,        -,        directory, user, directory",
                "ORG,     -,        -,        -,         user, user",
                "ORG,     option,   -,        -,         user, option",
                "ORG,     -,        variable, -,         user, variable",
                "ORG,     -,        -,        -,         -,    -",
                "OUTPUT,  csv,      json,     yaml,      tsv,  csv",
                "OUTPUT,  -,        json,     yaml,      tsv,  json",
                "OUTPUT,  -,        -,        yaml,      tsv,  yaml",
                "OUTPUT,  -,        -,        -,         tsv,  tsv",
                "OUTPUT,  -,        -,        -,         -,    table",
                "STORE,   /option,  /var,     /dir,      /u,   /option",
                "STORE,   -,        /var,     /dir,      /u,   /var",
                "STORE,   -,        -,        /dir,      /u,   /dir",
                "STORE,   -,        -,        -,         /u,   /u",
                "PROJECT, -,        variable, directory, user, variable",
                "PROJECT, -,        -,        directory, user, directory",
                "PROJECT, -,        -,        -,         user, user",
                "MODE,    -,        live,     sandbox,   live, live",
                "MODE,    -,        -,        sandbox,   live, sandbox",
                "MODE,    -,        -,        -,         live, live",
            })
    void come(Setting setting, String option, String variable, String directory, String user, String expected)
            throws IOException {
        CliHarness orgctl = new CliHarness(folder).in("below/further").set(setting.variable(), variable);
        write(orgctl.work().resolve(".orgctl.json"), setting, directory);
        write(orgctl.home().resolve(".config/orgctl/config.json"), setting, user);
        Map<Setting, String> options = option == null ? Map.of() : Map.of(setting, option);
        assertThat(new Settings(orgctl.host(), options).get(setting).value()).isEqualTo(expected);
    }

    private static void write(Path file, Setting setting, String value) throws IOException {
        if (value != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"" + setting.key() + "\": \"" + value + "\"}");
        }
    }
}
