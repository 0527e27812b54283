package org.mintline.rsp.data;

import java.util.List;
import java.util.Set;
import org.mintline.rsp.tlv.DecodeException;
import org.mintline.rsp.tlv.Tlv;
import org.mintline.rsp.tlv.TlvReader;

/** Elements of later versions at the end of a type that keeps them. */
final class Extensions {
    private Extensions() {}

    /**
     * Takes all elements that are left.
     *
     * @param known the tags of the type's own elements, of which one that is left is out of its order
     */
    static List<byte[]> take(TlvReader reader, Set<Integer> known) {
        List<Tlv> rest = reader.rest();
        for (Tlv element : rest) {
            if (known.contains(element.tag())) {
                throw new DecodeException(element.name(), element.offset(), "is out of its order");
            }
        }
        return rest.stream().map(Tlv::encoded).toList();
    }
}
