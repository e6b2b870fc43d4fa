-- What was taken to be sent and of which nobody wrote down what came.
CREATE INDEX outbox_sending ON outbox (tried_at) WHERE state = 'sending';
