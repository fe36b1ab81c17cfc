package routes.deployments;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does what may never end on a thread of its own, so that nobody else waits for it. */
final class TimeLimit {

    private TimeLimit() {}

    /** @throws Refusal when it takes longer, or fails in a way that nobody foresaw */
    static void within(Duration limit, String what, Runnable work) {
        var task = new FutureTask<Void>(work, null);
        var thread = new Thread(task, "deployment-check");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Refusal(
                    Refusal.Code.CHECK_TOO_LONG,
                    "checking " + what + " took longer than " + limit.toSeconds()
                            + " s; look for what never ends in it",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : new Refusal(
                            Refusal.Code.ROUTE_BROKEN, what + " cannot be checked: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + what + " was checked", e);
        }
    }
}
