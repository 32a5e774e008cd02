package dev.tutti.engine.codec;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.serializer.Serializer;

/** A path of the default file system, as text. */
final class PathSerializer extends Serializer<Object> {

    @SuppressWarnings("unchecked")
    PathSerializer(Config config, Class<?> type) {
        super(config, (Class<Object>) type);
    }

    @Override
    public void write(WriteContext context, Object value) {
        Path path = (Path) value;
        if (path.getFileSystem() != FileSystems.getDefault()) {
            throw new CarriedException(new UnsendableException("The path " + path + " is of the file system "
                    + path.getFileSystem() + ", which is open here only."));
        }
        context.writeString(path.toString());
    }

    @Override
    public Object read(ReadContext context) {
        return Path.of(context.readString());
    }
}
