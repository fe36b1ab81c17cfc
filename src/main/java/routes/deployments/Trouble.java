package routes.deployments;

import java.time.Instant;
import store.Deployment.Kind;

/**
 * Something that was not deployed.
 *
 * @param code of the error catalogue
 * @param cause what is wrong, where, and what to do
 * @param since when it was tried
 */
public record Trouble(Kind kind, String name, String code, String cause, Instant since) {}
