/** Work that the server does by itself again and again. Start reading at {@link org.mintline.schedule.RecurringJobs}. */
package org.mintline.schedule;
