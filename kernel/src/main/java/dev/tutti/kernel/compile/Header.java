package dev.tutti.kernel.compile;

import java.util.regex.Pattern;

/** JShell's one-line description of an element, put as one would write it in source. */
final class Header {

    private static final Pattern OWNER_TYPE_PARAMETERS =
            Pattern.compile("<[^<>]*(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>[^<>]*)*>(?=\\.)");
    private static final Pattern METHOD_TYPE_PARAMETERS =
            Pattern.compile("(?<=\\.)<[^<>]*(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>[^<>]*)*>");
    private static final Pattern RECORD_HEADER = Pattern.compile("(?<=[\\w>])\\([^()]*\\)(?=[.(])");

    private Header() {}

    /**
     * {@code int P(int x).twice()} becomes {@code int P.twice()}, {@code E List<E extends Object>.get(int index)}
     * becomes {@code E List.get(int index)}, {@code words:java.util.List<String>} becomes {@code List<String> words}.
     */
    static String asInSource(String header) {
        int colon = header.indexOf(':');
        if (colon >= 0) {
            return TypeText.simple(header.substring(colon + 1)) + " " + header.substring(0, colon);
        }
        String plain = RECORD_HEADER.matcher(header).replaceAll("");
        plain = OWNER_TYPE_PARAMETERS.matcher(plain).replaceAll("");
        plain = METHOD_TYPE_PARAMETERS.matcher(plain).replaceAll("");
        return plain.replace(" extends Object", "").replaceAll(",(?=\\S)", ", ");
    }

    /** The name of the method or constructor, empty for other elements. */
    static String calledName(String signature) {
        int open = signature.indexOf('(');
        if (open < 0) {
            return "";
        }
        int start = open;
        while (start > 0 && Character.isJavaIdentifierPart(signature.charAt(start - 1))) {
            start--;
        }
        return signature.substring(start, open);
    }
}
