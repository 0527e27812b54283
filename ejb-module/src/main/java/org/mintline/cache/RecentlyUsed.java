package org.mintline.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values by key, of which the least recently used leave first. For use by any number of threads. */
public final class RecentlyUsed<K, V> {
    private final Map<K, V> values;

    /** @param most how many values are kept */
    public RecentlyUsed(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of a key, if it is kept. */
    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a key.
     *
     * @param reader reads it where it is not kept; no lock is held meanwhile, so that several threads may read the same, of which all
     *     get what the first one put
     */
    public V get(K key, Function<? super K, ? extends V> reader) {
        return find(key).orElseGet(() -> putIfAbsent(key, reader.apply(key)));
    }

    private synchronized V putIfAbsent(K key, V value) {
        V other = values.putIfAbsent(key, value);
        return other == null ? value : other;
    }

    /** Keeps a value, in place of a former one. */
    public synchronized void put(K key, V value) {
        values.put(key, value);
    }

    /** Forgets the value of a key. */
    public synchronized void remove(K key) {
        values.remove(key);
    }

    /** Forgets all. */
    public synchronized void clear() {
        values.clear();
    }
}
