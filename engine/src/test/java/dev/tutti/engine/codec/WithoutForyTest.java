package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that has the engine's jar but not Fory's. */
final class WithoutForyTest {

    @TempDir
    Path folder;

    /** Our classes and the tests', defined anew where Fory is not. */
    private static ClassLoader withoutFory() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("fory")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private Object run(String method) throws Exception {
        Method called = withoutFory().loadClass(InThere.class.getName()).getDeclaredMethod(method, Path.class);
        called.setAccessible(true);
        try {
            return called.invoke(null, folder);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Test
    void serializableValuesGoByTheJdk() throws Exception {
        assertThat(run("serializable")).isEqualTo("SERIAL [P[x=1], 42, value 17]");
    }

    @Test
    void rawValuesAndLambdasNeedNeither() throws Exception {
        assertThat(run("lambda")).isEqualTo("LAMBDA 6");
    }

    @Test
    void whatIsNotSerializableIsRefusedWithBothRemedies() throws Exception {
        assertThat((String) run("plain")).contains("Serializable").contains("fory-core-1.6.0.jar");
    }

    @Test
    void bytesOfForyAreRefused() throws Exception {
        assertThat((String) run("graph")).contains("Apache Fory, which is not here");
    }

    @Test
    void largeValuesAreSpooledThereToo() throws Exception {
        assertThat(run("large")).isEqualTo("Spooled true");
    }

    @Test
    void lockedThingsAreRefusedThereToo() throws Exception {
        assertThat((String) run("lock")).contains("[0] → java.util.concurrent.locks.ReentrantLock");
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> withoutFory().loadClass("org.apache.fory.Fory"));
    }
}
