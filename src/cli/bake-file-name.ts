/** BAKE_FILE: where `docker buildx bake` looks for what it is to build. */

export const BAKE_FILE = 'docker-bake.json';
