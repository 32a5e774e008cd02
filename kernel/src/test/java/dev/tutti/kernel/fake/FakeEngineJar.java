package dev.tutti.kernel.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes an engine's jar whose {@code dev.tutti.engine.EngineMain} is {@link FakeEngineMain}. */
public final class FakeEngineJar {

    private static final String WIRE = "dev/tutti/engine/wire";
    private static final String FAKE = "dev/tutti/kernel/fake";

    private FakeEngineJar() {}

    public static Path in(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), FakeEngineMain.class.getName());
        Path jar = folder.resolve("fake-engine.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry("dev/tutti/engine/EngineMain.class"));
            out.write(engineMain());
            addPackage(out, WIRE, dev.tutti.engine.wire.Message.class);
            addPackage(out, FAKE, FakeEngine.class);
        }
        return jar;
    }

    private static byte[] engineMain() {
        MethodTypeDesc main = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
        return ClassFile.of()
                .build(
                        ClassDesc.of("dev.tutti.engine.EngineMain"),
                        type -> type.withMethodBody(
                                "main",
                                main,
                                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                code -> code.aload(0)
                                        .invokestatic(ClassDesc.of(FakeEngineMain.class.getName()), "main", main)
                                        .return_()));
    }

    private static void addPackage(JarOutputStream out, String folder, Class<?> member) throws IOException {
        try {
            URI source =
                    member.getProtectionDomain().getCodeSource().getLocation().toURI();
            if (Files.isDirectory(Path.of(source))) {
                add(out, folder, Path.of(source).resolve(folder));
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(Path.of(source), Map.of())) {
                    add(out, folder, jar.getPath(folder));
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void add(JarOutputStream out, String folder, Path source) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(source)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            out.putNextEntry(new JarEntry(folder + "/" + file.getFileName()));
            out.write(Files.readAllBytes(file));
        }
    }
}
