package org.mintline.device.lpa;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips properties where the published material is not; an assumption within a try only lets the tries run out. */
final class WhereMaterialIs implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Sgp26.isHere() ? SkipResult.doNotSkip() : SkipResult.skip(Sgp26.MISSING);
    }
}
