package mapping;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One run of a mapping within its limits. It stays on its caller's thread, for a hop to another would cost more than the mapping.
 * A watch looks at what runs every few milliseconds and interrupts a thread that takes too much; FreeMarker stops then by its own
 * checks, JSLT by {@link CallScope} and {@link JsltNodes}. What neither sees is one built-in function at work, such as a
 * regular expression that backtracks for ever.
 */
final class Run {

    private static final long POLL_MILLIS = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final Set<Run> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        var watch = new Thread(Run::watch, "mapping-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private final Limits limits;
    private final Thread thread = Thread.currentThread();
    private final long started = System.nanoTime();
    private long allocatedBefore = -1;
    private boolean ended;
    private MappingException.Code stopped;

    private Run(Limits limits) {
        this.limits = limits;
    }

    /** What a run does. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Thrown by what runs when its thread was interrupted. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** To be called at each step of what has no such check of its own. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
    }

    /**
     * Does the work.
     *
     * @param mapping name of its file, for messages
     * @throws MappingException when it takes more than it may
     */
    static <T> T within(Limits limits, String mapping, Work<T> work) {
        var run = new Run(limits);
        RUNNING.add(run);
        try {
            return work.done();
        } catch (LimitedWriter.Full | OutOfMemoryError e) {
            throw run.refused(mapping, MappingException.Code.MAPPING_TOO_BIG, e);
        } catch (StackOverflowError e) {
            throw run.refused(mapping, MappingException.Code.MAPPING_TOO_DEEP, e);
        } catch (CallScope.Beyond e) {
            throw run.refused(mapping, e.code(), e);
        } catch (IOException e) {
            throw MappingException.failed(Place.in(mapping), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw run.isStopped() ? run.refused(mapping, run.stopped, e) : e;
        } finally {
            RUNNING.remove(run);
            run.end();
        }
    }

    private MappingException refused(String mapping, MappingException.Code code, Throwable cause) {
        var why =
                switch (code) {
                    case MAPPING_TOO_SLOW ->
                        "took longer than " + limits.maxTime().toMillis() + " ms (hub.mapping.max-time)";
                    case MAPPING_TOO_DEEP -> "calls itself too deeply";
                    default ->
                        "made more than " + limits.maxChars()
                                + " characters (hub.mapping.max-chars), or took more memory than there is";
                };
        return new MappingException(code, Place.in(mapping), why, cause);
    }

    private static void watch() {
        try {
            while (true) {
                Thread.sleep(POLL_MILLIS);
                RUNNING.forEach(Run::look);
            }
        } catch (InterruptedException e) {
            // The process ends.
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var allocated = THREADS.getThreadAllocatedBytes(thread.getId());
        if (allocatedBefore < 0) {
            allocatedBefore = allocated;
        }
        if (System.nanoTime() - started > limits.maxTime().toNanos()) {
            stop(MappingException.Code.MAPPING_TOO_SLOW);
        } else if (allocated - allocatedBefore > limits.maxMemory() && isHeapShort()) {
            stop(MappingException.Code.MAPPING_TOO_BIG);
        }
    }

    /**
     * What was allocated may be garbage by now: it is too much only when there is no room left without that. A collection is asked
     * for only while one message's run has taken a lot and the heap looks full.
     */
    private static boolean isHeapShort() {
        if (!isHeapFull()) {
            return false;
        }
        System.gc();
        return isHeapFull();
    }

    private static boolean isHeapFull() {
        var runtime = Runtime.getRuntime();
        var used = runtime.totalMemory() - runtime.freeMemory();
        return used > runtime.maxMemory() / 8 * 7;
    }

    private synchronized void stop(MappingException.Code code) {
        if (!ended && stopped == null) {
            stopped = code;
            thread.interrupt();
        }
    }

    private synchronized boolean isStopped() {
        return stopped != null;
    }

    /** From here on nobody interrupts; what the watch did is undone, lest it hit what the thread does next. */
    private synchronized void end() {
        ended = true;
        if (stopped != null) {
            Thread.interrupted();
        }
    }
}
