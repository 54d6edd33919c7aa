package org.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.sqlite.date.FastDateFormat;
import org.sqlite.util.LoggerFactory;

/**
 * What the replacements of driver classes rest on: the driver's version, and what its other classes call in them.
 * Where this fails after an upgrade, compare the new originals with the replacements before changing anything here.
 */
class DriverPinTest {
    private static final Set<Class<?>> REPLACED =
            Set.of(SQLiteJDBCLoader.class, LoggerFactory.class, FastDateFormat.class);

    private static Path driver() throws Exception {
        return Path.of(
                JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void replacesClassesOfExactlyThisVersion() throws Exception {
        assertThat(SQLiteJDBCLoader.VERSION).isEqualTo(System.getProperty("sqlite-jdbc.version"));
        try (JarFile jar = new JarFile(driver().toFile())) {
            Properties pom = new Properties();
            pom.load(jar.getInputStream(jar.getEntry("META-INF/maven/org.xerial/sqlite-jdbc/pom.properties")));
            assertThat(pom.getProperty("version")).isEqualTo(SQLiteJDBCLoader.VERSION);
        }
        assertThat(SQLiteJDBCLoader.VERSION)
                .startsWith(SQLiteJDBCLoader.getMajorVersion() + "." + SQLiteJDBCLoader.getMinorVersion() + ".");
    }

    @Test
    void standBeforeTheDriversOwn() {
        for (Class<?> replaced : REPLACED) {
            assertThat(replaced.getProtectionDomain().getCodeSource())
                    .isNotEqualTo(JDBC.class.getProtectionDomain().getCodeSource());
        }
    }

    @Test
    void offerWhatTheDriverCalls() throws Exception {
        JavaClasses classes = new ClassFileImporter().importJar(new JarFile(driver().toFile()));
        Set<String> called = new TreeSet<>();
        classes.forEach(caller -> {
            for (JavaCodeUnitAccess<?> access : caller.getCodeUnitAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (isReplaced(owner) && !isDropped(caller.getName())) {
                    called.add(owner + "." + access.getTarget().getName()
                            + access.getTarget().getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .toList());
                }
            }
        });
        assertThat(called).isNotEmpty();
        List<String> offered = new ArrayList<>();
        for (Class<?> replaced : REPLACED) {
            for (var method : replaced.getMethods()) {
                offered.add(replaced.getName() + "." + method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getName)
                                .toList());
            }
        }
        assertThat(offered).containsAll(called);
    }

    @Test
    void letTheDriverWork() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select sqlite_version()")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).startsWith("3.54.");
        }
    }

    private static boolean isReplaced(String name) {
        return REPLACED.stream().anyMatch(replaced -> replaced.getName().equals(name));
    }

    /** Classes that the packaged jar leaves out along with the originals. */
    private static boolean isDropped(String name) {
        return name.startsWith("org.sqlite.date.")
                || name.startsWith(SQLiteJDBCLoader.class.getName())
                || name.startsWith(LoggerFactory.class.getName())
                || name.startsWith("org.sqlite.nativeimage.");
    }
}
