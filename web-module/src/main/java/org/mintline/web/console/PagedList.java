package org.mintline.web.console;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.mintline.smdpplus.ProfileCatalogue;
import org.mintline.support.PacketStore;

/**
 * A list that is shown a page at a time. Each page is found by the key of the last line of the page before, so that the thousandth page
 * costs what the first does.
 *
 * @param <K> the key
 * @param <T> a line
 */
public final class PagedList<K, T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Source<K, T> source;
    private final Deque<K> starts = new ArrayDeque<>();
    private transient Slice<K, T> shown;

    /**
     * Reads a page.
     *
     * @param <K> the key
     * @param <T> a line
     */
    @FunctionalInterface
    public interface Source<K, T> extends Serializable {
        /** The lines behind a key; the first ones without. */
        Slice<K, T> after(Optional<K> key);
    }

    /**
     * The lines of a page.
     *
     * @param lines the lines
     * @param next the key from which the next page goes on; empty at the end
     */
    public record Slice<K, T>(List<T> lines, Optional<K> next) {
        /** Of lines of which one more was read than a page has. */
        static <K, T> Slice<K, T> of(List<T> oneMore, int limit, Function<T, K> key) {
            return oneMore.size() <= limit
                    ? new Slice<>(oneMore, Optional.empty())
                    : new Slice<>(oneMore.subList(0, limit), Optional.of(key.apply(oneMore.get(limit - 1))));
        }

        /** Of a page of the SM-DP+. */
        static <T> Slice<Long, T> of(ProfileCatalogue.Page<T> page) {
            return new Slice<>(page.items(), boxed(page.next()));
        }

        /** Of a page of the support server. */
        static <T> Slice<Long, T> of(PacketStore.Page<T> page) {
            return new Slice<>(page.items(), boxed(page.next()));
        }

        private static Optional<Long> boxed(OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
    }

    /** @param source reads its pages */
    public PagedList(Source<K, T> source) {
        this.source = source;
    }

    /** The number of a key for a source that takes it so. */
    static OptionalLong number(Optional<Long> key) {
        return key.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Shows the first page. */
    public void first() {
        starts.clear();
        refresh();
    }

    /** Shows the page behind this one. */
    public void forward() {
        slice().next().ifPresent(starts::push);
        refresh();
    }

    /** Shows the page before this one. */
    public void back() {
        starts.poll();
        refresh();
    }

    /** Reads the page anew. */
    public void refresh() {
        shown = source.after(Optional.ofNullable(starts.peek()));
    }

    private Slice<K, T> slice() {
        if (shown == null) {
            refresh();
        }
        return shown;
    }

    /** The lines of this page. */
    public List<T> getLines() {
        return slice().lines();
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return slice().next().isPresent();
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !starts.isEmpty();
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return starts.size() + 1;
    }
}
