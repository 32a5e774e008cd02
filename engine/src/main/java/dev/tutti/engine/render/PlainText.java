package dev.tutti.engine.render;

import dev.tutti.woven.StoppedError;

/** What an object says of itself, made the same on all engines: no identity hashes, no generated names. */
final class PlainText {

    private PlainText() {}

    /** The object's {@code toString}, or what came of it. */
    static String of(Object value) {
        if (value.getClass().isHidden()) {
            return TypeNames.of(value.getClass()).concat(" (lambda)");
        }
        String text;
        try {
            text = value.toString();
        } catch (StoppedError e) {
            throw e;
        } catch (Throwable e) {
            return threw(value, e);
        }
        if (text == null) {
            return "<".concat(TypeNames.of(value)).concat(".toString() returned null>");
        }
        return withoutHashes(PromptNames.strip(text));
    }

    private static String threw(Object value, Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (StoppedError e) {
            throw e;
        } catch (Throwable _) {
            message = null;
        }
        String what = "<" + TypeNames.of(value) + ".toString() threw "
                + PromptNames.strip(thrown.getClass().getName());
        return message == null ? what + ">" : what + ": " + message.substring(0, Math.min(200, message.length())) + ">";
    }

    /** Leaves out what {@code Object.toString} adds to a class's name. */
    static String withoutHashes(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int end = hashEnd(text, at + 1);
            if (end > 0 && endsWithClassName(text, at)) {
                plain.append(text, from, at);
                from = end;
            }
            at = text.indexOf('@', at + 1);
        }
        return plain.append(text, from, text.length()).toString();
    }

    /** The end of 1 to 8 hexadecimal digits, or 0 if there are none or more of a word follows. */
    private static int hashEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 8 && isHexDigit(text.charAt(end))) {
            end++;
        }
        boolean wordGoesOn = end < text.length() && Character.isJavaIdentifierPart(text.charAt(end));
        return end == start || wordGoesOn ? 0 : end;
    }

    /** Whether a class's name ends here: its last part begins with a capital, or it is an array's. */
    private static boolean endsWithClassName(String text, int end) {
        if (end > 0 && text.charAt(end - 1) == ';') {
            return true;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        if (start == end) {
            return false;
        }
        boolean array = start > 0 && text.charAt(start - 1) == '[';
        boolean qualified = start > 0 && text.charAt(start - 1) == '.';
        boolean alone = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        return array || Character.isUpperCase(text.charAt(start)) && (qualified || alone);
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
