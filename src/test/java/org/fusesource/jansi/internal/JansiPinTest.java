package org.fusesource.jansi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the replacement of Jansi's loader rests on. Compare the new original before changing anything here. */
class JansiPinTest {
    private static final String POM = "/META-INF/maven/org.fusesource.jansi/jansi/pom.properties";

    @Test
    void replacesAClassOfExactlyThisVersion() throws Exception {
        Properties pom = new Properties();
        try (InputStream in = CLibrary.class.getResourceAsStream(POM)) {
            pom.load(in);
        }
        assertThat(pom.getProperty("version")).isEqualTo(JansiLoader.VERSION);
    }

    /** From a copy of what the jar holds, since the tests run without an installation. */
    @Test
    void loadsTheLibrary() {
        assertThat(CLibrary.class.getProtectionDomain().getCodeSource())
                .isNotEqualTo(JansiLoader.class.getProtectionDomain().getCodeSource());
        assertThat(CLibrary.LOADED).isTrue();
        assertThat(CLibrary.isatty(-1)).isZero();
    }
}
