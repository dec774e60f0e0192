-- From a bad rating that is followed up back to what was rated and why it is in doubt.
create index given_rectification on rating.given (tenant, rectification) where rectification is not null;
