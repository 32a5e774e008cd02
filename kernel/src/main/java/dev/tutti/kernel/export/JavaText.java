package dev.tutti.kernel.export;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that is in memory only. */
final class JavaText extends SimpleJavaFileObject {

    private final String text;

    JavaText(String className, String text) {
        super(URI.create("mem:///" + className + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
