package org.mintline.support.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.support.ProfileImages.Filter;

/** The rows of images. */
@ApplicationScoped
public class ImageRepository {
    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected ImageRepository() {}

    /** Over an entity manager of the caller's. */
    public ImageRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(StoredImage image, byte[] content) {
        entities.persist(image);
        entities.persist(new StoredImageContent(image.profileId(), content));
    }

    void replace(StoredImage image, byte[] content) {
        entities.find(StoredImageContent.class, image.profileId()).replace(content);
    }

    /** The image of a profile. */
    public Optional<StoredImage> find(long profile) {
        return Optional.ofNullable(entities.find(StoredImage.class, profile));
    }

    /** The image of that identifier, hexadecimal. */
    public Optional<StoredImage> findByIdentifier(String image) {
        return entities
                .createQuery("select i from StoredImage i where i.image = :image", StoredImage.class)
                .setParameter("image", image)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The bytes of an image; empty once they were purged. */
    public Optional<byte[]> content(long profile) {
        return Optional.ofNullable(entities.find(StoredImageContent.class, profile))
                .map(StoredImageContent::content);
    }

    /** Deletes the bytes of an image. */
    public void deleteContent(long profile) {
        entities.createQuery("delete from StoredImageContent c where c.profileId = :profile")
                .setParameter("profile", profile)
                .executeUpdate();
    }

    List<StoredImage> list(Filter filter, OptionalLong after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("i.profileId > :after"));
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse(0)));
        filter.eid().ifPresent(eid -> {
            conditions.add("i.eid = :eid");
            values.put("eid", eid.digits());
        });
        filter.station().ifPresent(station -> {
            conditions.add("i.stationId = :station");
            values.put("station", station);
        });
        filter.iccid().ifPresent(iccid -> {
            conditions.add("p.iccid = :iccid");
            values.put("iccid", iccid.digits());
        });
        filter.batch().ifPresent(batch -> {
            conditions.add("p.batch = :batch");
            values.put("batch", batch.toString());
        });
        TypedQuery<StoredImage> query = entities.createQuery(
                "select i from StoredImage i join ReceivedProfile p on p.id = i.profileId where "
                        + String.join(" and ", conditions) + " order by i.profileId",
                StoredImage.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
