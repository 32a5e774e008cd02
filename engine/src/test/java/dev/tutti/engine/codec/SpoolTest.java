package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large values lie in files of the spool folder. */
final class SpoolTest {

    @TempDir
    Path folder;

    private ValueCodec codec() {
        return ValueCodec.of(SpoolTest.class.getClassLoader(), folder, (engine, number) -> null);
    }

    @Test
    void aLargeValueLiesInAFileOfItsOwnerAlone() throws Exception {
        Parcel.Spooled parcel =
                (Parcel.Spooled) codec().encode(new double[100_000]).parcel();

        Path file = folder.resolve(parcel.file());
        assertThat(file).hasSize(800_008);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(codec().decode(parcel)).isEqualTo(new double[100_000]);
        assertThat(codec().decode(parcel)).isEqualTo(new double[100_000]);
        codec().release(parcel);
        assertThat(folder).isEmptyDirectory();
        codec().release(parcel);
    }

    @Test
    void aSmallOneTravelsInItsMessage() throws Exception {
        assertThat(codec().encode(new double[1000]).parcel()).isInstanceOf(Parcel.Inline.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLargeStringAndALargeGraphAreSpooledToo() throws Exception {
        String text = "\u20ac".repeat(300_000);
        List<Object> graph = List.of("a".repeat(300_000), new int[100_000], new byte[100_001], new double[1], 5);

        Parcel ofText = codec().encode(text).parcel();
        Parcel ofGraph = codec().encode(graph).parcel();

        assertThat(ofText).isInstanceOf(Parcel.Spooled.class);
        assertThat(ofGraph).isInstanceOf(Parcel.Spooled.class);
        assertThat(codec().decode(ofText)).isEqualTo(text);
        assertThat((List<?>) codec().decode(ofGraph)).usingRecursiveComparison().isEqualTo(graph);
    }

    @Test
    void largeCapturedValuesAreSpooledAndReleasedWithTheLambda() throws Exception {
        double[] large = new double[100_000];
        large[7] = 7;
        dev.tutti.client.Call<Double> call = () -> large[7];

        Parcel parcel = codec().encode(call).parcel();

        assertThat(folder).isNotEmptyDirectory();
        assertThat(parcel.size()).isLessThan(1000);
        assertThat(ValueCodec.totalSize(parcel)).isBetween(800_008L, 801_000L);
        assertThat(((dev.tutti.client.Call<?>) codec().decode(parcel)).call()).isEqualTo(7.0);
        codec().release(parcel);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasWrittenForAValueThatIsRefusedIsRemoved() {
        double[] large = new double[100_000];
        Thread thread = new Thread(() -> {});
        dev.tutti.client.Call<Object> call = () -> List.of(large, thread);

        assertThatExceptionOfType(UnsendableException.class).isThrownBy(() -> codec().encode(call));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsGoneOrCutIsSaid() throws Exception {
        Parcel.Spooled parcel =
                (Parcel.Spooled) codec().encode(new double[100_000]).parcel();
        cut(folder.resolve(parcel.file()));

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().decode(parcel))
                .withMessageContaining("1000 bytes instead of 800008");
        codec().release(parcel);
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().decode(parcel))
                .withMessageContaining("not there any more");
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsSaid() throws Exception {
        Parcel.Spooled parcel =
                (Parcel.Spooled) codec().encode(new double[100_000]).parcel();
        Spool spool = new Spool(folder);

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> spool.read(parcel, bytes -> {
                    cut(folder.resolve(parcel.file()));
                    double[] target = new double[100_000];
                    Primitives.get(bytes.position(8), target, 0, target.length);
                    return target;
                }))
                .withMessageContaining("cut while it was read");
    }

    private static void cut(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithTheSize() {
        ValueCodec codec =
                ValueCodec.of(SpoolTest.class.getClassLoader(), folder.resolve("missing"), (engine, number) -> null);

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec.encode(new double[100_000]))
                .withMessageContaining("800008 bytes")
                .withMessageContaining("missing");
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() {
        for (String name : List.of("../secret", "/etc/passwd", "", "..", "a/b")) {
            assertThatExceptionOfType(UnsendableException.class)
                    .isThrownBy(() -> codec().decode(new Parcel.Spooled(Codec.RAW, name, 10)))
                    .withMessageContaining("no name of a spooled value");
        }
    }
}
