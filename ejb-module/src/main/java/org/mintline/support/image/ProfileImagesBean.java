package org.mintline.support.image;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.mintline.paging.PageLimit;
import org.mintline.support.PacketStore;
import org.mintline.support.ProfileImages;

/** The images to be looked at, over the database. */
@Stateless
public class ProfileImagesBean implements ProfileImages {
    private ImageRepository images;

    /** For the container. */
    protected ProfileImagesBean() {}

    /** Of the given parts. */
    @Inject
    public ProfileImagesBean(ImageRepository images) {
        this.images = images;
    }

    @Override
    public PacketStore.Page<Image> list(Filter filter, OptionalLong after, int limit) {
        PageLimit.require(limit);
        List<StoredImage> rows = images.list(filter, after, limit + 1);
        List<Image> items = rows.stream().limit(limit).map(StoredImage::toImage).toList();
        return new PacketStore.Page<>(
                items,
                rows.size() > limit ? OptionalLong.of(items.get(limit - 1).profile()) : OptionalLong.empty());
    }
}
