package org.demarche.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.demarche.web.Role;
import org.demarche.history.RecordKind;
import org.demarche.history.RootRecord;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The records of one kind: each resource of a kind is this with a path.
 *
 * @param <R> the record
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RecordResource<R extends RootRecord> {
    private final RecordKind kind;

    @Inject
    Records records;

    RecordResource(RecordKind kind) {
        this.kind = kind;
    }

    /**
     * The record; by its slug too, where its kind has one.
     *
     * @param moment as it was known then; now where it is left out
     */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.READER)
    @SuppressWarnings("unchecked")
    public R show(@PathParam("id") String id, @RestQuery("as_of") String moment) {
        return (R) records.known(List.of(kind), id, moment);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    public Response create(R record) {
        return records.create(kind, record);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    @SuppressWarnings("unchecked")
    public R change(@PathParam("id") String id, R record) {
        return (R) records.change(kind, id, record);
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ANALYST)
    public Response retract(@PathParam("id") String id, Retraction retraction) {
        return records.retract(kind, id, retraction);
    }

    /** Why and which version somebody retracts. */
    public record Retraction(String reason, Integer version) {
    }
}
