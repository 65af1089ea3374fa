package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.demarche.item.Directory;
import org.demarche.item.TimelineQuery;
import org.demarche.web.Role;
import org.demarche.web.UnknownRecordException;

/** The timeline to take away, in each format, and a file beside each that says where it is from. */
@Path("/")
@Blocking
@RolesAllowed(Role.READER)
public class ExportResource {
    private static final String META = ".meta.json";

    @Inject
    ExportFormats formats;
    @Inject
    Exports exports;
    @Inject
    Directory directory;

    @GET
    @Path("timeline.{ending}")
    public Response file(@PathParam("ending") String ending, @Context UriInfo uri, @Context Request request) throws IOException {
        boolean meta = ending.endsWith(META);
        var format = formats.ofEnding(meta ? ending.substring(0, ending.length() - META.length()) : ending)
                .orElseThrow(() -> new UnknownRecordException("file timeline." + ending));
        var query = TimelineQuery.parse(uri.getQueryParameters(), directory);
        return meta ? Response.ok(meta(format, query), MediaType.APPLICATION_JSON).build() : file(format, query, request);
    }

    private Response file(ExportFormat format, TimelineQuery query, Request request) {
        // Weak: the bytes tell the time at which they were made.
        var tag = new EntityTag(exports.tag(format, query), true);
        var cached = new CacheControl();
        cached.setNoCache(true);
        cached.setPrivate(true);
        var known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).cacheControl(cached).build();
        }
        StreamingOutput body = out -> exports.write(format, query, out);
        return Response.ok(body, format.mediaType()).tag(tag).cacheControl(cached)
                .header("Content-Disposition", (format.isFeed() ? "inline" : "attachment") + "; filename=\"" + format.fileName() + "\"")
                .header("Link", "<" + query.at(format.path() + META) + ">; rel=\"describedby\"; type=\"application/json\"").build();
    }

    /** Goes through all items, since only then it is known what they come to. */
    private Map<String, Object> meta(ExportFormat format, TimelineQuery query) throws IOException {
        return exports.write(format, query, OutputStream.nullOutputStream()).entries();
    }
}
