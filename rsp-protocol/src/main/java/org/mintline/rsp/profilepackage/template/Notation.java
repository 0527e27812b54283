package org.mintline.rsp.profilepackage.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of the YAML text of a template: a word, a list or a mapping, with its line.
 *
 * <p>Only the structure of the YAML is used and every scalar is taken as it is written, so that {@code 0010} or {@code
 * 6F07} mean what they say and no object is ever made of a tag.
 */
final class Notation {
    private static final int MAXIMUM_CHARACTERS = 256 * 1024;
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ALIASES = 200;
    private static final int MAXIMUM_PARTS = 50_000;

    private final int line;
    private final String word;
    private final List<Notation> list;
    private final Map<String, Notation> mapping;

    private Notation(int line, String word, List<Notation> list, Map<String, Notation> mapping) {
        this.line = line;
        this.word = word;
        this.list = list;
        this.mapping = mapping;
    }

    /** Reads a YAML document within limits. */
    static Notation read(String yaml) {
        if (yaml.length() > MAXIMUM_CHARACTERS) {
            throw new TemplateException(0, "the template is longer than " + MAXIMUM_CHARACTERS + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAXIMUM_CHARACTERS);
        options.setNestingDepthLimit(MAXIMUM_DEPTH);
        options.setMaxAliasesForCollections(MAXIMUM_ALIASES);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) {
                throw new TemplateException(1, "the template is empty");
            }
            return of(root, 0, new int[] {MAXIMUM_PARTS});
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new TemplateException(line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new TemplateException(0, "is not YAML within the limits");
        }
    }

    private static Notation of(Node node, int depth, int[] left) {
        int line = node.getStartMark().getLine() + 1;
        if (depth > MAXIMUM_DEPTH || left[0]-- == 0) {
            throw new TemplateException(line, "the template is too large or nested too deep");
        }
        if (node instanceof ScalarNode scalar) {
            return new Notation(line, scalar.getValue(), null, null);
        }
        if (node instanceof SequenceNode sequence) {
            List<Notation> list = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                list.add(of(element, depth + 1, left));
            }
            return new Notation(line, null, list, null);
        }
        Map<String, Notation> mapping = new LinkedHashMap<>();
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException(line, "a key is not a word");
            }
            Notation value = of(entry.getValueNode(), depth + 1, left);
            if (mapping.put(key.getValue(), value) != null) {
                throw value.error("'" + key.getValue() + "' is given twice");
            }
        }
        return new Notation(line, null, null, mapping);
    }

    boolean isWord() {
        return word != null;
    }

    boolean isList() {
        return list != null;
    }

    boolean isMapping() {
        return mapping != null;
    }

    /** Whether nothing is written. */
    boolean isEmpty() {
        return isWord() && (word.isEmpty() || word.equals("~"));
    }

    String word() {
        if (!isWord()) {
            throw error("a single value is expected");
        }
        return word.strip();
    }

    int number(int minimum, int maximum) {
        String text = word();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= minimum && number <= maximum) {
                return number;
            }
        }
        throw error("a number from " + minimum + " to " + maximum + " is expected, not '" + text + "'");
    }

    List<Notation> list() {
        if (!isList()) {
            throw error("a list is expected");
        }
        return list;
    }

    Map<String, Notation> mapping() {
        if (isEmpty()) {
            return Map.of();
        }
        if (!isMapping()) {
            throw error("a mapping is expected");
        }
        return mapping;
    }

    /** The value of a key; empty if it is not given. */
    Optional<Notation> get(String key) {
        return Optional.ofNullable(mapping().get(key));
    }

    /** The value of a key that must be given. */
    Notation require(String key) {
        return get(key).orElseThrow(() -> error("'" + key + "' is missing"));
    }

    /** The only key and its value. */
    Map.Entry<String, Notation> only() {
        if (!isMapping() || mapping.size() != 1) {
            throw error("a mapping with one key is expected");
        }
        return mapping.entrySet().iterator().next();
    }

    /** Makes sure that there are no other keys. */
    void requireKeys(Set<String> allowed) {
        mapping().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.error(
                        "'" + key + "' is not known here; known are " + String.join(", ", new TreeSet<>(allowed)));
            }
        });
    }

    TemplateException error(String message) {
        return new TemplateException(line, message);
    }
}
