package org.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sqlite.date.FastDateFormat;
import org.sqlite.jdbc3.JDBC3ResultSet;
import org.sqlite.util.LoggerFactory;

/**
 * What the replacements of driver classes rest on: the driver's version, and what its other classes call in them.
 * Where this fails after an upgrade, compare the new originals with the replacements before changing anything here.
 */
class DriverPinTest {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final Set<Class<?>> REPLACED =
            Set.of(SQLiteJDBCLoader.class, LoggerFactory.class, FastDateFormat.class);

    private static Path driver() throws Exception {
        URL inJar = JDBC.class.getResource("/META-INF/maven/org.xerial/sqlite-jdbc/pom.properties");
        return Path.of(
                ((JarURLConnection) inJar.openConnection()).getJarFileURL().toURI());
    }

    private static Path classes() throws Exception {
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
    void standBeforeTheDriversOwn() throws Exception {
        for (Class<?> replaced : REPLACED) {
            assertThat(replaced.getProtectionDomain().getCodeSource())
                    .isEqualTo(JDBC.class.getProtectionDomain().getCodeSource());
        }
        assertThat(classes()).isDirectory();
    }

    @Test
    void theOtherClassesAreTheDriversWithoutLambdasAndPatterns() throws Exception {
        try (JarFile jar = new JarFile(driver().toFile())) {
            assertThat(text(jar.getInputStream(jar.getEntry("org/sqlite/core/DB.class"))))
                    .contains(LAMBDAS);
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                boolean copied = name.startsWith("org/sqlite/") && name.endsWith(".class");
                if (copied && !isDropped(name.replace('/', '.'))) {
                    String copy = text(Files.newInputStream(classes().resolve(name)));
                    assertThat(copy)
                            .as(name)
                            .doesNotContain(
                                    "java/util/EnumMap",
                                    "java/util/concurrent/atomic/AtomicBoolean",
                                    "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;");
                    assertThat(copy).as(name).doesNotContain(LAMBDAS);
                }
            }
        }
        Field pattern = JDBC3ResultSet.class.getDeclaredField("COLUMN_TYPENAME");
        pattern.setAccessible(true);
        assertThat(((Pattern) pattern.get(null)).flags()).isEqualTo(Pattern.LITERAL);
    }

    @Test
    void theConfigurationFormatsNothingButWhatPlainFormatCan() throws Exception {
        String configuration = text(Files.newInputStream(classes().resolve("org/sqlite/SQLiteConfig.class")));
        assertThat(configuration).contains("org/sqlite/PlainFormat", "pragma %s=%s");
        assertThat(configuration).doesNotContain("%d", "%n", "%x", "%1$");
        assertThat(PlainFormat.format("pragma %s=%s;", "busy_timeout", 5000)).isEqualTo("pragma busy_timeout=5000;");
    }

    private static String text(InputStream classFile) throws IOException {
        try (classFile) {
            return new String(classFile.readAllBytes(), StandardCharsets.ISO_8859_1);
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
