package dev.tutti.kernel;

import dev.tutti.kernel.cell.MagicNames;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicEntry;
import java.util.Collection;

/** The catalog as the cell parser sees it. */
record CatalogNames(MagicCatalog catalog) implements MagicNames {

    @Override
    public boolean isLineMagic(String name) {
        return catalog.find(name).isPresent();
    }

    @Override
    public boolean isCellMagic(String name) {
        return catalog.find(name).filter(entry -> entry.form().isCell()).isPresent();
    }

    @Override
    public boolean takesCode(String name) {
        return catalog.find(name).filter(entry -> entry.form().takesCode()).isPresent();
    }

    @Override
    public Collection<String> names() {
        return catalog.all().stream().map(MagicEntry::name).toList();
    }
}
