package routes.deployments;

import store.Deployment.Kind;

/** Which deployment. */
record Key(Kind kind, String name) {}
