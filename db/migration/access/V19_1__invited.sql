-- Until when somebody from outside may enter; nothing for people of the house.
ALTER TABLE person ADD COLUMN ends_at TIMESTAMP(6) WITH TIME ZONE;
