package eop.sdk;

import eop.sdk.model.InboxEventInboxItem;

/** What happened in an inbox. A later version may know more kinds. */
public sealed interface InboxEvent {
    /** Where to go on after it. */
    String id();

    /** An item has arrived. */
    record Item(String id, InboxEventInboxItem item) implements InboxEvent {}

    /** The number of unread items, whenever it changes. */
    record Unread(String id, long unread) implements InboxEvent {}
}
