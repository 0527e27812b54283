package org.mintline.web.console;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mintline.smdpplus.ProfileImports;

/** One import and the lines of its file that made no profile. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int CSV_PAGE = 500;

    @Inject
    private ProfileImports imports;

    @Inject
    private ConsoleUser user;

    private long id;
    private ProfileImports.Progress progress;
    private final Deque<Long> starts = new ArrayDeque<>();
    private List<ProfileImports.BadLine> lines = List.of();
    private boolean more;

    /** Reads the import; one of another operator is as unknown as one that does not exist. */
    public void load() throws IOException {
        Optional<ProfileImports.Progress> found = imports.find(user.operator(), id);
        if (found.isEmpty()) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            context.responseComplete();
            return;
        }
        progress = found.get();
        List<ProfileImports.BadLine> read = imports.badLines(user.operator(), id, start(), PAGE + 1);
        more = read.size() > PAGE;
        lines = more ? read.subList(0, PAGE) : read;
    }

    private OptionalLong start() {
        return starts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(starts.peek());
    }

    /** Shows the lines behind these. */
    public void forward() throws IOException {
        if (more) {
            starts.push(lines.get(lines.size() - 1).line());
        }
        load();
    }

    /** Shows the lines before these. */
    public void back() throws IOException {
        starts.poll();
        load();
    }

    /** All bad lines as comma-separated values, read and written in pieces. */
    public void download() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        external.setResponseContentType("text/csv;charset=UTF-8");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-errors.csv\"");
        Writer csv =
                new BufferedWriter(new OutputStreamWriter(external.getResponseOutputStream(), StandardCharsets.UTF_8));
        csv.write("line,reason\r\n");
        OptionalLong after = OptionalLong.empty();
        List<ProfileImports.BadLine> piece;
        do {
            piece = imports.badLines(user.operator(), id, after, CSV_PAGE);
            for (ProfileImports.BadLine bad : piece) {
                csv.write(bad.line() + ",\"" + bad.reason().replace("\"", "\"\"") + "\"\r\n");
                after = OptionalLong.of(bad.line());
            }
        } while (piece.size() == CSV_PAGE);
        csv.flush();
        context.responseComplete();
    }

    /** The import. */
    public ProfileImports.Progress getProgress() {
        return progress;
    }

    /** The bad lines of this page. */
    public List<ProfileImports.BadLine> getLines() {
        return lines;
    }

    /** Whether there is a page behind this one. */
    public boolean isMore() {
        return more;
    }

    /** Whether there is a page before this one. */
    public boolean isBefore() {
        return !starts.isEmpty();
    }

    /** The number of this page, from 1. */
    public int getNumber() {
        return starts.size() + 1;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
