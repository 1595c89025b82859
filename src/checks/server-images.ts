/** A server program that answers everyone who reaches it, unless it is told to ask for a key. */
export interface ServerImage {
  /** What people call it. */
  readonly name: string;
  /** Last parts of the names of its images. */
  readonly images: readonly string[];
  /** Environment variables, any of which makes it ask for a key or a password. */
  readonly env?: readonly string[];
  /** Arguments, any of which does so. */
  readonly args?: readonly string[];
  /** Environment variables with the value under which it asks nobody, whatever else is set. */
  readonly open?: Readonly<Record<string, readonly string[]>>;
  /** True where it asks unless one of `open` says otherwise. */
  readonly asksByDefault?: boolean;
}

/**
 * Model servers and databases that people expose by mistake, with what makes them ask who calls.
 * Source: the documentation of each program and of its image.
 */
const serverImages: readonly ServerImage[] = [
  { name: 'vLLM', images: ['vllm-openai', 'vllm'], env: ['VLLM_API_KEY'], args: ['--api-key'] },
  { name: 'Ollama', images: ['ollama'] },
  { name: 'SGLang', images: ['sglang'], args: ['--api-key'] },
  {
    name: 'Text Generation Inference',
    images: ['text-generation-inference'],
    env: ['API_KEY'],
    args: ['--api-key'],
  },
  {
    name: 'Text Embeddings Inference',
    images: ['text-embeddings-inference'],
    env: ['API_KEY'],
    args: ['--api-key'],
  },
  {
    name: 'llama.cpp',
    images: ['llama.cpp'],
    env: ['LLAMA_API_KEY'],
    args: ['--api-key', '--api-key-file'],
  },
  {
    name: 'LocalAI',
    images: ['local-ai', 'localai'],
    env: ['LOCALAI_API_KEY', 'API_KEY'],
    args: ['--api-keys'],
  },
  { name: 'Triton', images: ['tritonserver'] },
  { name: 'TensorFlow Serving', images: ['serving'] },
  {
    name: 'Redis',
    images: ['redis', 'redis-stack-server', 'valkey', 'keydb'],
    env: ['REDIS_PASSWORD', 'REDIS_PASSWORD_FILE', 'VALKEY_PASSWORD', 'VALKEY_PASSWORD_FILE'],
    args: ['--requirepass', 'requirepass', '--aclfile'],
  },
  { name: 'Memcached', images: ['memcached'], args: ['-S', '--enable-sasl', '-Y'] },
  {
    name: 'MongoDB',
    images: ['mongo', 'mongodb'],
    env: ['MONGO_INITDB_ROOT_PASSWORD', 'MONGO_INITDB_ROOT_PASSWORD_FILE', 'MONGODB_ROOT_PASSWORD'],
    args: ['--auth', '--keyFile'],
  },
  {
    name: 'PostgreSQL',
    images: ['postgres', 'postgresql', 'pgvector', 'postgis'],
    env: ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', 'POSTGRESQL_PASSWORD'],
    open: { POSTGRES_HOST_AUTH_METHOD: ['trust'] },
  },
  {
    name: 'MySQL',
    images: ['mysql', 'mariadb', 'percona', 'mysql-server'],
    env: [
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_ROOT_PASSWORD_FILE',
      'MYSQL_RANDOM_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD_FILE',
      'MARIADB_ROOT_PASSWORD_HASH',
      'MARIADB_RANDOM_ROOT_PASSWORD',
    ],
  },
  {
    name: 'Elasticsearch',
    images: ['elasticsearch'],
    asksByDefault: true,
    open: { 'xpack.security.enabled': ['false'] },
  },
  {
    name: 'OpenSearch',
    images: ['opensearch'],
    asksByDefault: true,
    open: { DISABLE_SECURITY_PLUGIN: ['true'], 'plugins.security.disabled': ['true'] },
  },
  {
    name: 'ClickHouse',
    images: ['clickhouse-server'],
    env: ['CLICKHOUSE_PASSWORD', 'CLICKHOUSE_PASSWORD_FILE'],
  },
  { name: 'Qdrant', images: ['qdrant'], env: ['QDRANT__SERVICE__API_KEY'] },
  {
    name: 'etcd',
    images: ['etcd'],
    env: ['ETCD_CLIENT_CERT_AUTH', 'ETCD_ROOT_PASSWORD'],
    args: ['--client-cert-auth'],
  },
];

const byImage: ReadonlyMap<string, ServerImage> = new Map(
  serverImages.flatMap((server) => server.images.map((image) => [image, server] as const)),
);

/** The server that an image is known to hold, by the last part of its name. */
export function serverOf(imageName: string): ServerImage | undefined {
  return byImage.get(imageName);
}
