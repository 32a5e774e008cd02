package dev.tutti.kernel;

import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.magic.ValueDisplay;
import java.util.List;

/** How values are shown, as the magics of one cell see it. */
final class KernelDisplay implements ValueDisplay {

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
    public void page(String text) {
        listener.page(text);
    }
}
