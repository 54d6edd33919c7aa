package io.github.orgctl.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderVariablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "LD_PRELOAD",
                "LD_LIBRARY_PATH",
                "LD_AUDIT",
                "DYLD_INSERT_LIBRARIES",
                "BASH_ENV",
                "ENV",
                "BASH_FUNC_ls%%",
                "IFS",
                "SHELLOPTS",
                "PS4",
                "PROMPT_COMMAND",
                "NODE_OPTIONS",
                "npm_config_node_options",
                "NPM_CONFIG_NODE_OPTIONS",
                "JAVA_TOOL_OPTIONS",
                "_JAVA_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "PYTHONPATH",
                "PYTHONSTARTUP",
                "PERL5LIB",
                "PERL5OPT",
                "RUBYOPT",
                "RUBYLIB",
                "GIT_SSH_COMMAND",
                "GIT_EXEC_PATH",
                "GIT_CONFIG_COUNT",
                "EDITOR",
                "PAGER",
                "LUA_INIT_5_4",
            })
    void whatChangesWhichProgramsRun(String name) {
        assertThat(LoaderVariables.contains(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APP_PATH",
                "PATHS",
                "DATABASE_URL",
                "NODE_ENV",
                "GIT_COMMIT",
                "JAVA_VERSION",
                "LDAP_URL",
                "ENVIRONMENT"
            })
    void whatDoesNot(String name) {
        assertThat(LoaderVariables.contains(name)).isFalse();
    }

    @Test
    void eachStandsInOnePlace() {
        List<String> names = new ArrayList<>();
        for (LoaderVariables group : LoaderVariables.values()) {
            names.addAll(group.names());
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z0-9_]+\\*?"));
    }

    @Test
    void eachGroupHasASubjectOfItsOwn() {
        assertThat(LoaderVariables.values())
                .extracting(LoaderVariables::subject)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void keysThatBecomeSuchVariablesAreRefusedByName() {
        LoaderVariables.refuse(List.of());
        LoaderVariables.refuse(List.of(new Key("database.url")));
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> LoaderVariables.refuse(List.of(new Key("a"), new Key("path"), new Key("ld.preload"))));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(failure).hasMessageEndingWith("run: 'path' (PATH), 'ld.preload' (LD_PRELOAD)");
        assertThat(failure.hint()).isEqualTo(Advice.ALLOW_LOADER_VARIABLES.of());
    }
}
