import { S3Client } from '@aws-sdk/client-s3';

/** A client as the surroundings configure it: region, credentials, endpoint. Keep one; its connections are dear. */
export const newS3Client = (): S3Client => new S3Client({});
