package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.StreamKind;
import java.util.concurrent.CountDownLatch;

/** Makes events of what happens to processes. */
final class ProcessNews implements Launcher.Watcher {

    private final EventLoop loop;

    ProcessNews(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void failed(LaunchId launch, String reason) {
        loop.post(new Event.LaunchFailed(launch, reason));
    }

    /** Returns when the text has been dealt with, so that a process that writes without end is held back. */
    @Override
    public void wrote(LaunchId launch, StreamKind kind, String text) {
        CountDownLatch handled = new CountDownLatch(1);
        loop.submit(() -> {
            loop.handle(new Event.Wrote(launch, kind, text));
            handled.countDown();
        });
        try {
            handled.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void exited(LaunchId launch, Exit exit) {
        loop.post(new Event.Exited(launch, exit));
    }
}
