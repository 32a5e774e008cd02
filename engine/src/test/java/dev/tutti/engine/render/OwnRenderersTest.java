package dev.tutti.engine.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.client.render.Renderers;
import dev.tutti.client.render.ValueRenderer;
import dev.tutti.engine.wire.RenderLimits;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users decide how values of their types are shown. */
final class OwnRenderersTest {

    interface Shape {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    /** As a jar brings it. */
    public static final class OfShapes implements ValueRenderer<Shape> {
        @Override
        public Class<Shape> type() {
            return Shape.class;
        }

        @Override
        public String text(Shape value, int width) {
            return "a shape on " + width + " columns";
        }
    }

    @AfterEach
    void removeAll() {
        Renderers.remove(Circle.class);
        Renderers.remove(Shape.class);
    }

    private static String text(Object value) {
        return Renderer.render(value, RenderLimits.DEFAULT).text();
    }

    @Test
    void theRendererOfATypeShowsItWhereverItIsPartOfAResult() {
        Renderers.add(Circle.class, circle -> "o" + circle.radius());
        assertThat(text(List.of(new Circle(1), new Circle(2)))).isEqualTo("[o1, o2]");
    }

    @Test
    void theNearestTypeWinsAndAmongEqualOnesTheNewest() {
        Renderers.add(Circle.class, _ -> "old circle");
        Renderers.add(Circle.class, _ -> "circle");
        Renderers.add(Shape.class, _ -> "shape");
        assertThat(text(new Circle(1))).isEqualTo("circle");
        assertThat(text(new Square(1))).isEqualTo("shape");
    }

    @Test
    void whatARendererThrowsStandsInPlaceOfTheValue() {
        Renderers.add(Circle.class, _ -> {
            throw new IllegalStateException("no circle");
        });
        assertThat(text(new Circle(1))).contains("threw java.lang.IllegalStateException: no circle");
    }

    @Test
    void aRendererOfAJarIsFoundWhenTheJarComes(@TempDir Path jar) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(ValueRenderer.class.getName()), OfShapes.class.getName());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, OwnRenderersTest.class.getClassLoader())) {
            assertThat(text(new Square(1))).isEqualTo("dev.tutti.engine.render.OwnRenderersTest.Square[side=1]");
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(text(new Square(1))).isEqualTo("a shape on 80 columns");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            assertThat(text(new Square(1))).isEqualTo("dev.tutti.engine.render.OwnRenderersTest.Square[side=1]");
        }
    }

    @Test
    void aJarThatNamesNoRendererIsTold(@TempDir Path jar) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(ValueRenderer.class.getName()), "no.such.Renderer");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, OwnRenderersTest.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(text(new Square(1))).contains("cannot be loaded", "no.such.Renderer", "side=1");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
