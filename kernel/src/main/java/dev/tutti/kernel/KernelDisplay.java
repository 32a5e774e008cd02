package dev.tutti.kernel;

import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.ValueDisplay;
import java.util.List;

/** How values are shown, as the magics of one cell see it. */
final class KernelDisplay implements ValueDisplay {

    /** What 100,000 bytes of base64, the limit of xterm and others, hold of plain text. */
    private static final int COMMON_LIMIT = 74_994;

    private final Kernel.Parts parts;
    private final CellListener listener;
    private List<ResultGroup> latest = List.of();

    KernelDisplay(Kernel.Parts parts, CellListener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    void note(List<ResultGroup> values) {
        latest = values;
    }

    @Override
    public int digits() {
        return parts.session().display().digits();
    }

    @Override
    public void digits(int digits) {
        parts.session().display().digits(digits);
    }

    @Override
    public List<ResultGroup> latest() {
        return latest;
    }

    @Override
    public void clip(String text) throws MagicException {
        UserScreen screen = parts.records()
                .screen()
                .orElseThrow(() -> new MagicException("%clip needs a terminal, whose clipboard it fills, and this shell"
                        + " has none. %save writes cells to a file, %%capture keeps what a cell prints."));
        screen.clip(text);
        String many = text.codePointCount(0, text.length()) == 1
                ? "1 character"
                : text.codePointCount(0, text.length()) + " characters";
        listener.note("The terminal was given " + many + " for its clipboard."
                + (text.length() > COMMON_LIMIT ? " Many take no more than " + COMMON_LIMIT + "." : ""));
    }

    @Override
    public void page(String text) {
        listener.page(text);
    }
}
