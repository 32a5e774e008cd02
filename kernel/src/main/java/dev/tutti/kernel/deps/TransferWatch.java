package dev.tutti.kernel.deps;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/** Tells of the resolver's transfers. Any thread. */
final class TransferWatch extends AbstractTransferListener {

    private final Progress progress;

    TransferWatch(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void transferInitiated(TransferEvent event) {
        tell(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        tell(event);
    }

    private void tell(TransferEvent event) {
        TransferResource resource = event.getResource();
        String name = resource.getResourceName();
        progress.moved(
                name.substring(name.lastIndexOf('/') + 1),
                resource.getRepositoryUrl(),
                event.getTransferredBytes(),
                resource.getContentLength());
    }
}
