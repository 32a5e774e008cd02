package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %copy}: files to engines and back, as ClusterShell's {@code --copy} and {@code --rcopy}. */
@Command(
        name = "copy",
        sortOptions = false,
        customSynopsis = {"%%copy FILE... [TARGETS:]DIR", "%%copy --from TARGETS FILE... DIR"},
        description = {
            "Copies files of this machine into a folder at engines; or files of engines into a folder of this",
            "machine, where each gets its engine's number: result.csv.0. A relative path at an engine is one of its",
            "working directory. A folder that is missing is made."
        })
final class CopyMagic implements Magic.Action {

    @Option(names = "--from", paramLabel = "TARGETS", description = "from these engines to this machine")
    private String from;

    @Parameters(arity = "2..*", paramLabel = "FILE", description = "files, then a folder")
    private List<Path> paths;

    @Override
    public void run(MagicContext context) throws MagicException {
        List<Path> files = paths.subList(0, paths.size() - 1);
        String last = paths.getLast().toString();
        if (from != null) {
            String targets = from.endsWith(":") ? from.substring(0, from.length() - 1) : from;
            context.data()
                    .copyFrom(
                            parsed(targets), files.stream().map(Path::toString).toList(), paths.getLast());
            return;
        }
        int colon = last.lastIndexOf(':');
        TargetSpec targets = colon < 0 ? context.px().targets(null) : parsed(last.substring(0, colon));
        String folder = last.substring(colon + 1);
        context.data().copyTo(targets, files, folder.isEmpty() ? "." : folder);
    }

    private static TargetSpec parsed(String text) throws MagicException {
        try {
            return TargetSpec.parse(text);
        } catch (TargetException e) {
            throw new MagicException(e.getMessage());
        }
    }
}
